/// <reference types="fhir/r4" />
import { createRoute, z } from '@hono/zod-openapi';
import {
  fhirAppointmentStatuses,
  fhirCapabilities,
  fhirPage,
  fhirSchedule,
  slug,
} from '@zonula/clinic';
import type { Context, TypedResponse } from 'hono';
import type { JSONValue } from 'hono/utils/types';
import { loadCatalogue } from '../clinic/catalogue-store.ts';
import { fhirAppointments, fhirSlots, horizonOf, slotOf } from '../clinic/fhir-read.ts';
import { type InstantRange, rangeOf } from '../clinic/fhir-search.ts';
import { programKeyOf } from '../clinic/program-keys.ts';
import { Refusal } from '../clinic/refusal.ts';
import type { ServerContext } from '../http/context.ts';
import type { Api } from '../http/environment.ts';
import { problemResponses } from '../http/problem.ts';
import { tokenIn } from './appointments.ts';

const base = '/api/fhir/r4';
const day = 24 * 3_600_000;

const fhir = (description: string) => ({
  description,
  content: { 'application/fhir+json': { schema: z.looseObject({ resourceType: z.string() }) } },
});
const problems = problemResponses(
  'invalid',
  'link-missing',
  'key-invalid',
  'not-found',
  'no-clinic',
  'too-many',
  'unavailable',
  'defect',
);
const security = [{ program: [] }];
const id = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/u);
const dates = z
  .union([z.string(), z.array(z.string()).max(4)])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));
const page = {
  _id: id.optional(),
  _count: z.coerce.number().int().min(0).max(200).default(50),
  _after: z
    .string()
    .regex(/^\d{1,13}~[A-Za-z0-9.-]{1,64}$/u)
    .optional()
    .meta({ description: 'Of the link `next`.' }),
};
const reference = (type: string) =>
  z
    .string()
    .transform((text) => text.replace(new RegExp(`^${type}/`, 'u'), ''))
    .pipe(slug)
    .optional();

const codes = <Code extends string>(known: readonly [Code, ...Code[]]) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(known)).max(known.length))
    .optional();

const search = <Query extends z.ZodObject>(type: string, query: Query) =>
  createRoute({
    method: 'get',
    path: `${base}/${type}`,
    summary: `Search ${type}`,
    security,
    request: { query },
    responses: { 200: fhir('A Bundle'), ...problems },
  });
const read = (type: string) =>
  createRoute({
    method: 'get',
    path: `${base}/${type}/{id}`,
    summary: `Read one ${type}`,
    security,
    request: { params: z.object({ id }) },
    responses: { 200: fhir(type), ...problems },
  });

const metadataRoute = createRoute({
  method: 'get',
  path: `${base}/metadata`,
  summary: 'What of FHIR R4 can be read here',
  responses: { 200: fhir('A CapabilityStatement'), ...problemResponses('unavailable', 'defect') },
});
const schedulesRoute = search(
  'Schedule',
  z.object({
    ...page,
    actor: reference('Practitioner'),
    active: z.enum(['true', 'false']).optional(),
  }),
);
const slotsRoute = search(
  'Slot',
  z.object({
    ...page,
    schedule: reference('Schedule'),
    status: codes(['free', 'busy', 'busy-tentative']),
    start: dates,
  }),
);
const appointmentsRoute = search(
  'Appointment',
  z.object({
    ...page,
    practitioner: reference('Practitioner'),
    status: codes(fhirAppointmentStatuses),
    date: dates,
  }),
);

type Resource = fhir4.Schedule | fhir4.Slot | fhir4.Appointment;
const answer = (
  context: Context,
  resource: Resource | fhir4.Bundle | fhir4.CapabilityStatement,
): Answer =>
  context.body(JSON.stringify(resource), 200, {
    'content-type': 'application/fhir+json; charset=utf-8',
    // What comes out is JSON of that shape; FHIR's own types have no index.
  }) as unknown as Answer;

type Answer = TypedResponse<{ [name: string]: JSONValue; resourceType: string }, 200, 'json'>;

/** Schedules, slots and appointments in FHIR R4, to read, for programs that have a key. */
export const addFhirRoutes = (
  app: Api,
  server: ServerContext & { readonly version: string },
): void => {
  const { database, now } = server;
  const place = `${server.origin ?? 'http://127.0.0.1'}${base}`;
  app.openAPIRegistry.registerComponent('securitySchemes', 'program', {
    type: 'http',
    scheme: 'bearer',
    description: "A key that a clinic's administrator made for a program.",
  });

  const asked = async (context: Context) => {
    const key = await programKeyOf(database, tokenIn(context), 'fhir');
    return { key, catalogue: await loadCatalogue(database) };
  };
  const selfOf = (context: Context): string =>
    `${place}${new URL(context.req.url).pathname.slice(base.length)}${new URL(context.req.url).search}`;
  const bundle = (
    context: Context,
    resources: readonly Resource[],
    { total, after }: { readonly total: number; readonly after: string | null },
  ) => {
    const next = new URL(selfOf(context));
    if (after !== null) next.searchParams.set('_after', after);
    const links = { total, self: selfOf(context), next: after === null ? null : next.href };
    return answer(context, fhirPage(place, resources, links));
  };
  /** A page of what is there altogether, in an order that stays. */
  const pageOf = (
    context: Context,
    all: readonly Resource[],
    { _count, _after }: { readonly _count: number; readonly _after?: string | undefined },
  ) => {
    const before = _after === undefined ? 0 : Number(_after.split('~')[0]);
    const items = all.slice(before, before + _count);
    const more = _count > 0 && before + _count < all.length;
    const after = more ? `${before + _count}~next` : null;
    return bundle(context, items, { total: all.length, after });
  };

  app.openapi(metadataRoute, (context) =>
    answer(context, fhirCapabilities(place, { version: server.version, date: now() })),
  );

  const schedules = async (context: Context): Promise<fhir4.Schedule[]> => {
    const { key, catalogue } = await asked(context);
    const { from, until } = horizonOf(catalogue, now());
    return catalogue.practitioners
      .filter((one) => key.practitioner === null || one.id === key.practitioner)
      .map((one) => fhirSchedule(one, { start: from, end: until }));
  };
  app.openapi(schedulesRoute, async (context) => {
    const { actor, active, _id, ...paging } = context.req.valid('query');
    const all = (await schedules(context)).filter(
      (one) => (actor ?? one.id) === one.id && (_id ?? one.id) === one.id && active !== 'false',
    );
    return pageOf(context, all, paging);
  });
  app.openapi(read('Schedule'), async (context) => {
    const wanted = context.req.valid('param').id;
    const found = (await schedules(context)).find((one) => one.id === wanted);
    if (found === undefined) throw new Refusal('not-found');
    return answer(context, found);
  });

  app.openapi(slotsRoute, async (context) => {
    const { schedule, status, start, _id, ...paging } = context.req.valid('query');
    const { key, catalogue } = await asked(context);
    const range = rangeOf(start, catalogue.clinic.zone);
    const horizon = horizonOf(catalogue, now());
    const named = _id === undefined ? null : slotOf(catalogue, _id);
    if (_id !== undefined && named === null) return pageOf(context, [], paging);
    const within: InstantRange = {
      from: Math.max(range.from, named?.start ?? horizon.from - 31 * day),
      until: Math.min(range.until, named === null ? horizon.until : named.start + 1),
    };
    const all: fhir4.Slot[] = [];
    for (const { id: practitioner } of catalogue.practitioners) {
      if (
        [key.practitioner, schedule, named?.practitioner].some(
          (one) => one != null && one !== practitioner,
        )
      )
        continue;
      const question = { practitioner, range: within, now: now() };
      all.push(...(await fhirSlots(database, catalogue, question)));
    }
    const wanted = all.filter(
      (slot) => status === undefined || status.includes(slot.status as 'free'),
    );
    return pageOf(context, wanted, paging);
  });
  app.openapi(read('Slot'), async (context) => {
    const { key, catalogue } = await asked(context);
    const named = slotOf(catalogue, context.req.valid('param').id);
    if (named === null || (key.practitioner ?? named.practitioner) !== named.practitioner)
      throw new Refusal('not-found');
    const { practitioner, start } = named;
    const range = { from: start, until: start + 1 };
    const [slot] = await fhirSlots(database, catalogue, { practitioner, range, now: now() });
    if (slot === undefined) throw new Refusal('not-found');
    return answer(context, slot);
  });

  app.openapi(appointmentsRoute, async (context) => {
    const { practitioner, status, date, _id, _count, _after } = context.req.valid('query');
    const { key, catalogue } = await asked(context);
    const [start, last] = _after?.split('~') ?? [];
    if (_id !== undefined && !z.uuid().safeParse(_id).success)
      return bundle(context, [], { total: 0, after: null });
    if (last !== undefined && !z.uuid().safeParse(last).success)
      throw new Refusal('invalid', { detail: '"_after" is no place' });
    const own = key.practitioner ?? practitioner;
    if (
      key.practitioner !== null &&
      practitioner !== undefined &&
      practitioner !== key.practitioner
    )
      return bundle(context, [], { total: 0, after: null });
    const { total, items } = await fhirAppointments(database, now(), {
      ...rangeOf(date, catalogue.clinic.zone),
      statuses: status ?? fhirAppointmentStatuses,
      limit: _count,
      ...(_id === undefined ? {} : { id: _id }),
      ...(own === undefined ? {} : { practitioner: own }),
      ...(last === undefined ? {} : { after: { start: Number(start), id: last } }),
    });
    const end = items.at(-1);
    const more = _count > 0 && items.length === _count && end !== undefined;
    const after = more ? `${Date.parse(end.start!)}~${end.id}` : null;
    return bundle(context, items, { total, after });
  });
  app.openapi(read('Appointment'), async (context) => {
    const { key } = await asked(context);
    const wanted = context.req.valid('param').id;
    if (!z.uuid().safeParse(wanted).success) throw new Refusal('not-found');
    const { items } = await fhirAppointments(database, now(), {
      from: Number.NEGATIVE_INFINITY,
      until: Number.POSITIVE_INFINITY,
      statuses: fhirAppointmentStatuses,
      limit: 1,
      id: wanted,
      ...(key.practitioner === null ? {} : { practitioner: key.practitioner }),
    });
    if (items[0] === undefined) throw new Refusal('not-found');
    return answer(context, items[0]);
  });
};
