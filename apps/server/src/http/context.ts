import type { AccountContext } from '../account/context.ts';
import type { ClinicContext } from '../clinic/context.ts';
import type { RateContext } from '../limits/rates.ts';

/** What routes need from outside. */
export interface ServerContext extends ClinicContext, AccountContext, RateContext {
  /** Where the app is open, such as `https://clinic.example`; `null` is this computer alone. */
  readonly origin: string | null;
  /** Whether a proxy stands before the server and says in X-Forwarded-For who calls. */
  readonly behindProxy: boolean;
}
