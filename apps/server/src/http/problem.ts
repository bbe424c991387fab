import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { RefusalCode } from '../clinic/refusal.ts';
import { relayProblems } from '../relay/problems.ts';

interface Kind {
  readonly status: number;
  readonly title: string;
}

/** Every problem that a caller can meet: its status and what a person is told. */
export const problemKinds = {
  'bad-request': { status: 400, title: 'The request cannot be read.' },
  invalid: { status: 422, title: 'Something in the request does not fit.' },
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  'method-unknown': { status: 405, title: 'This address cannot be asked in this way.' },
  'too-large': { status: 413, title: 'The request is too large.' },
  'not-json': { status: 415, title: 'Only application/json is understood.' },
  'link-missing': { status: 401, title: 'This needs the link that you were given.' },
  unavailable: { status: 503, title: 'Not ready just now. Try again in a moment.' },
  defect: { status: 500, title: 'Something went wrong on our side.' },
  'no-clinic': { status: 404, title: 'This server has no clinic.' },
  'unknown-treatment': { status: 404, title: 'This treatment is not offered.' },
  'unknown-appointment': { status: 404, title: 'There is no such appointment.' },
  'not-offered': { status: 422, title: 'Nothing can be booked at that time.' },
  'just-taken': { status: 409, title: 'That time was just taken. Here are the next ones.' },
  'question-unanswered': { status: 422, title: 'Please answer every question first.' },
  'ask-the-clinic': { status: 409, title: 'Please talk to the clinic before you book this.' },
  'hold-expired': { status: 410, title: 'We could not keep this time any longer. Choose again.' },
  'already-cancelled': { status: 409, title: 'This appointment was cancelled already.' },
  'not-confirmed': { status: 409, title: 'This appointment was not confirmed.' },
  'already-begun': { status: 409, title: 'This appointment has begun already.' },
  'link-invalid': { status: 403, title: 'This link is not valid here.' },
  'link-expired': { status: 410, title: 'This link has expired.' },
  'link-used': { status: 410, title: 'This link was used already.' },
  'link-other-purpose': { status: 403, title: 'This link is for something else.' },
  'key-reused': { status: 422, title: 'This Idempotency-Key was used for another request.' },
  'unknown-key': { status: 404, title: 'There is no such key.' },
  'key-invalid': { status: 403, title: 'This key opens nothing here.' },
  'no-waiting-list': { status: 404, title: 'This clinic has no waiting list.' },
  'no-newsletter': { status: 404, title: 'This clinic has no newsletter.' },
  'starts-free': { status: 409, title: 'There are free times in these days. Here are the first.' },
  'discount-invalid': { status: 422, title: 'This code cannot be used for this booking.' },
  'changed-meanwhile': { status: 412, title: 'Somebody else changed this meanwhile. Look again.' },
  'version-missing': { status: 428, title: 'Say in If-Match which version you have looked at.' },
  'unknown-version': { status: 404, title: 'There is no such version.' },
  'needed-since': {
    status: 409,
    title: 'What was changed later does not go with it. Change that first.',
  },
  'not-begun': { status: 409, title: 'This appointment has not begun yet.' },
  'unknown-report': { status: 404, title: 'No report is attached.' },
  'too-many': { status: 429, title: 'That was a lot at once. Please wait a moment.' },
  'cross-site': { status: 403, title: 'Another web page asked for this, so it was not done.' },
  'not-signed-in': { status: 401, title: 'Please sign in first.' },
  'not-allowed': { status: 403, title: 'Your account may not do this.' },
  'sign-in-again': { status: 403, title: 'Please sign in once more before you do this.' },
  'has-role': {
    status: 409,
    title: 'Your account has a role here. Whoever runs the server ends that first.',
  },
  'origin-unknown': { status: 403, title: 'Accounts do not work at this address.' },
  'ceremony-ended': {
    status: 410,
    title: 'That took too long or was answered already. Start again.',
  },
  'passkey-refused': { status: 403, title: 'This passkey does not fit.' },
  'passkey-known': { status: 409, title: 'This passkey is here already.' },
  'too-many-passkeys': {
    status: 409,
    title: 'You have as many passkeys as fit. Take one away first.',
  },
  'last-passkey': { status: 409, title: 'This is your only passkey. Add another one first.' },
  'code-wrong': { status: 403, title: 'This code is wrong or was used already.' },
  'unknown-passkey': { status: 404, title: 'You have no such passkey.' },
  'unknown-session': { status: 404, title: 'You are not signed in there.' },
  'unknown-clinician': { status: 404, title: 'There is no such clinician.' },
  'unknown-share': { status: 404, title: 'Nothing is shared here.' },
  'share-ended': { status: 410, title: 'This is not shared any more.' },
  'share-exists': { status: 409, title: 'This share is there already, with something else in it.' },
  'too-many-shares': {
    status: 409,
    title: 'You share as much as fits. Stop sharing something first.',
  },
  'version-behind': { status: 409, title: 'A newer version is there already.' },
  'key-retired': { status: 409, title: 'This clinician has a new key. Ask for it and seal again.' },
  ...relayProblems,
} as const satisfies Readonly<Record<RefusalCode, Kind> & Record<string, Kind>>;
export type ProblemCode = keyof typeof problemKinds;

/** Where problems are explained, relative to the root of the server. */
export const problemsPath = '/api/v1/problems';

export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'Where this kind of problem is explained.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.enum(Object.keys(problemKinds) as [ProblemCode, ...ProblemCode[]]),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    next: z
      .array(z.looseObject({ start: z.string(), end: z.string() }))
      .optional()
      .meta({ description: 'The next free starts, when the wanted one was just taken.' }),
  })
  .meta({ id: 'Problem' });
type Problem = z.infer<typeof problemSchema>;

/** One answer for all failures: RFC 9457. */
export const problem = (
  context: Context,
  code: ProblemCode,
  more: Partial<Pick<Problem, 'detail' | 'errors' | 'next'>> = {},
): Response => {
  const { status, title } = problemKinds[code];
  const type = `${problemsPath}/${code}`;
  const body: Problem = { type, title, status, code, requestId: context.get('requestId'), ...more };
  const headers = { 'content-type': 'application/problem+json' };
  return context.body(JSON.stringify(body), status as 400, headers);
};

/** The answers of a route that are problems, for its description. */
export const problemResponses = (...codes: readonly ProblemCode[]) => {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = problemKinds[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const content = { 'application/problem+json': { schema: problemSchema } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [status, { description: codes.join(', '), content }]),
  );
};
