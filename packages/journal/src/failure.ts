/** Why a journal cannot do what it should; `message` is one line for the person. */
export class JournalFailure extends Error {
  readonly code: 'full' | 'newer' | 'unavailable' | 'closed' | 'failed';
  constructor(
    code: JournalFailure['code'],
    message: string,
    options?: { readonly cause: unknown },
  ) {
    super(message, options);
    this.name = 'JournalFailure';
    this.code = code;
  }
}

const failed = ['failed', 'The browser did not keep this last change. Try it again.'] as const;

const messages = new Map<string, readonly [JournalFailure['code'], string]>([
  [
    'QuotaExceededError',
    [
      'full',
      'There is no room left on this device. Nothing was lost; this last change was not kept.',
    ],
  ],
  ['DatabaseClosedError', ['closed', 'Your diary was closed. Load the page again.']],
  [
    'MissingAPIError',
    ['unavailable', 'This browser keeps no data here. A private window may be the reason.'],
  ],
  [
    'InvalidStateError',
    ['unavailable', 'This browser keeps no data here. A private window may be the reason.'],
  ],
  ['VersionError', ['newer', 'A newer Zonula wrote this diary. Load the page again to get it.']],
  ['AbortError', failed],
  ['UnknownError', failed],
  ['TimeoutError', failed],
]);

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** Expected failures of the database as `JournalFailure`, also one that gives no reason (null); anything else as it is. */
export const explained = (error: unknown): unknown => {
  if (error === null) return new JournalFailure(...failed, { cause: error });
  const inner = error instanceof Error && 'inner' in error ? error.inner : undefined;
  const found = messages.get(nameOf(inner)) ?? messages.get(nameOf(error));
  return found === undefined ? error : new JournalFailure(...found, { cause: error });
};

export const newerFailure = (): JournalFailure =>
  new JournalFailure(...messages.get('VersionError')!);
