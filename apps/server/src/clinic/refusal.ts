import type { Slot } from '@zonula/clinic';
import type { RelayProblem } from '../relay/problems.ts';

/** Why something was not done. Each has its status and its words in `http/problem.ts`. */
export type RefusalCode =
  | RelayProblem
  | 'invalid'
  | 'link-missing'
  | 'unavailable'
  | 'no-clinic'
  | 'unknown-treatment'
  | 'unknown-appointment'
  | 'not-offered'
  | 'just-taken'
  | 'question-unanswered'
  | 'ask-the-clinic'
  | 'hold-expired'
  | 'already-cancelled'
  | 'not-confirmed'
  | 'already-begun'
  | 'link-invalid'
  | 'link-expired'
  | 'link-used'
  | 'link-other-purpose'
  | 'key-reused'
  | 'not-found'
  | 'unknown-key'
  | 'key-invalid'
  | 'no-waiting-list'
  | 'no-newsletter'
  | 'starts-free'
  | 'discount-invalid'
  | 'unknown-report'
  | 'changed-meanwhile'
  | 'version-missing'
  | 'unknown-version'
  | 'needed-since'
  | 'not-begun'
  | 'too-many'
  | 'not-signed-in'
  | 'not-allowed'
  | 'sign-in-again'
  | 'has-role'
  | 'origin-unknown'
  | 'ceremony-ended'
  | 'passkey-refused'
  | 'passkey-known'
  | 'too-many-passkeys'
  | 'last-passkey'
  | 'code-wrong'
  | 'unknown-passkey'
  | 'unknown-session'
  | 'unknown-clinician'
  | 'unknown-share'
  | 'share-ended'
  | 'share-exists'
  | 'too-many-shares'
  | 'version-behind'
  | 'key-retired';

/** What more is told about it. */
export interface RefusalDetails {
  /** In words for the person who booked. */
  readonly detail?: string;
  /** The next free starts instead. */
  readonly next?: readonly Slot[];
  /** When it is worth trying again. */
  readonly retryAfterSeconds?: number;
}

/** An expected failure. Thrown, so that the transaction in which it arises is undone. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
