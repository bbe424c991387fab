const owner = '0'.repeat(32);
const log = `/api/v1/relay/logs/${owner}`;
const bytes = 'AAAA';

/** Every route of the relay as it can be asked for a log that does not exist. */
export const relayRoutes: readonly (readonly [
  name: string,
  request: { readonly path: string; readonly body?: unknown },
])[] = [
  ['POST /api/v1/relay/logs', { path: '/api/v1/relay/logs', body: { bytes } }],
  ['GET /api/v1/relay/keys/{key}', { path: `/api/v1/relay/keys/${owner}` }],
  ['GET /api/v1/relay/logs/{owner}/rows', { path: `${log}/rows?since=0` }],
  [
    'POST /api/v1/relay/logs/{owner}/rows',
    { path: `${log}/rows`, body: { since: 0, rows: [bytes] } },
  ],
  ['GET /api/v1/relay/logs/{owner}/devices', { path: `${log}/devices` }],
  ['POST /api/v1/relay/logs/{owner}/devices', { path: `${log}/devices`, body: { bytes } }],
  [
    'PUT /api/v1/relay/logs/{owner}/snapshots/{base}/parts/{part}',
    { path: `${log}/snapshots/1/parts/0`, body: { bytes } },
  ],
  [
    'PUT /api/v1/relay/logs/{owner}/snapshots/{base}',
    { path: `${log}/snapshots/1`, body: { parts: 1, bytes } },
  ],
  ['GET /api/v1/relay/logs/{owner}/snapshot', { path: `${log}/snapshot` }],
  [
    'GET /api/v1/relay/logs/{owner}/snapshots/{base}/parts/{part}',
    { path: `${log}/snapshots/1/parts/0` },
  ],
  ['DELETE /api/v1/relay/logs/{owner}', { path: log }],
];
