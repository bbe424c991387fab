/** A time that is free. */
export interface Slot {
  /** Instants in UTC. */
  readonly start: string;
  readonly end: string;
  readonly practitioner: string;
}

interface RequestError {
  readonly path: string;
  readonly message: string;
}

/** The server said no, with the code of the problem. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;
  /** Starts that are free instead. */
  readonly next: readonly Slot[];
  /** What of the request does not fit, by its place in it. */
  readonly errors: readonly RequestError[];
  constructor(
    code: string,
    title: string,
    next: readonly Slot[] = [],
    errors: readonly RequestError[] = [],
  ) {
    super(title);
    this.code = code;
    this.next = next;
    this.errors = errors;
  }
}

/** No answer came: whether the request arrived is not known. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export interface Ask {
  /** GET, or POST where there is a body, unless it is said. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A link that was given. */
  readonly token?: string;
  /** For an answer that is the same when it is asked for again. */
  readonly key?: string;
  /** The version that was looked at and is changed. */
  readonly version?: number;
  readonly body?: unknown;
}

/**
 * Asks the API beside the app at `api/v1/PATH`; nothing where the answer has no content. Throws `Refused`, with the code
 * `no-server` where the host has no API, and `Unreachable`.
 */
export const ask = async <Answer>(
  path: string,
  { method, token, key, version, body }: Ask = {},
): Promise<Answer> => {
  let response: Response;
  try {
    response = await fetch(`api/v1/${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      cache: 'no-store',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Unreachable();
  }
  if (response.status === 204) return undefined as Answer;
  const type = response.headers.get('content-type') ?? '';
  // A host of plain files answers with a page of its own.
  if (!type.includes('json')) throw new Refused('no-server', '');
  const answer = await response.json().catch(() => {
    throw new Unreachable();
  });
  if (response.ok) return answer;
  throw new Refused(`${answer.code}`, `${answer.title}`, answer.next, answer.errors);
};
