/** What a device can be refused for; words of the person's app, not of the relay, say it to them. */
export const relayProblems = {
  'signature-missing': { status: 401, title: 'This needs the signature of a device.' },
  'signature-wrong': { status: 401, title: 'The signature does not fit the request.' },
  'request-old': { status: 401, title: 'The time of the request is not that of the server.' },
  'log-unknown': { status: 404, title: 'There is nothing here for this key.' },
  'device-removed': { status: 403, title: 'This device was taken out.' },
  'log-behind': { status: 409, title: 'Something has changed since. Look first.' },
  'log-full': { status: 413, title: 'There is no room left for this.' },
  'row-refused': { status: 422, title: 'This is no row of this device.' },
} as const;
export type RelayProblem = keyof typeof relayProblems;
