import type { RouteConfig, z } from '@hono/zod-openapi';
import { problemSchema } from './http/problem.ts';
import { booking } from './routes/appointments.ts';

type InputOf<Schema> = Schema extends z.ZodType ? z.input<Schema> : never;
type BodyOf<Route> = Route extends {
  request: { body: { content: { 'application/json': { schema: infer Schema } } } };
}
  ? { readonly body: InputOf<Schema> }
  : unknown;
type PartOf<Route, Name extends 'params' | 'query'> = Route extends {
  request: { [Key in Name]: infer Schema };
}
  ? { readonly [Key in Name]: InputOf<Schema> }
  : unknown;

/** What a route takes, as its schemas say; a link and a key go along where it wants them. */
export type RequestOf<Route> = BodyOf<Route> &
  PartOf<Route, 'params'> &
  PartOf<Route, 'query'> & { readonly link?: string; readonly key?: string };

type Success = 200 | 201 | 202;
/** What it answers when it has done it. */
export type AnswerOf<Route> = Route extends { responses: infer Responses }
  ? {
      [Status in keyof Responses & Success]: Responses[Status] extends {
        content: { 'application/json': { schema: infer Schema extends z.ZodType } };
      }
        ? z.output<Schema>
        : never;
    }[keyof Responses & Success]
  : never;

/** The server has refused; its problem says why (RFC 9457). */
export class ProblemAnswer extends Error {
  readonly problem: z.infer<typeof problemSchema>;
  constructor(problem: z.infer<typeof problemSchema>) {
    super(problem.title);
    this.name = 'ProblemAnswer';
    this.problem = problem;
  }
}

interface Loose {
  readonly body?: unknown;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly link?: string;
  readonly key?: string;
}

const successOf = (route: RouteConfig): z.ZodType | undefined => {
  for (const status of [200, 201, 202] as const) {
    const response: unknown = route.responses[status];
    const { content } = (response ?? {}) as {
      readonly content?: Readonly<Record<string, { readonly schema?: z.ZodType }>>;
    };
    const schema = content?.['application/json']?.schema;
    if (schema !== undefined) return schema;
  }
  return undefined;
};

/**
 * Asks a server by the routes that it answers with: what is sent is typed by the schemas that check it there, what
 * comes back is checked by the schema of the answer. Throws `ProblemAnswer`.
 */
export const createClient = (
  server: string,
  fetching: (url: string, init: RequestInit) => Response | Promise<Response> = fetch,
) => {
  const ask = async <Route extends RouteConfig>(
    route: Route,
    request: RequestOf<Route>,
  ): Promise<AnswerOf<Route>> => {
    const { body, params = {}, query = {}, link, key } = request as Loose;
    const path = route.path.replace(/\{(\w+)\}/gu, (_, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    );
    const search = new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)] satisfies [string, string]],
      ),
    );
    const response = await fetching(`${server}${path}${search.size > 0 ? `?${search}` : ''}`, {
      method: route.method.toUpperCase(),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(link === undefined ? {} : { authorization: `Bearer ${link}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new ProblemAnswer(problemSchema.parse(answer));
    return (successOf(route)?.parse(answer) ?? answer) as AnswerOf<Route>;
  };
  type Booking = typeof booking;
  return {
    /** By any route. */
    ask,
    hold: (request: RequestOf<Booking['hold']>) => ask(booking.hold, request),
    confirm: (request: RequestOf<Booking['confirm']>) => ask(booking.confirm, request),
    move: (request: RequestOf<Booking['move']>) => ask(booking.move, request),
    cancel: (request: RequestOf<Booking['cancel']>) => ask(booking.cancel, request),
    read: (request: RequestOf<Booking['read']>) => ask(booking.read, request),
  };
};
