import { createServer } from 'node:http';
import { startServer } from '../src/server.ts';
import { asAlone } from './as-alone.ts';

// One server process without limits of rates, to be measured: RELAY-PROCESS.ts (FOLDER | DATABASE-URL). Tells its parent its
// address, and its processor time whenever it is asked; stops when its parent lets go of it.
const [place] = process.argv.slice(2);
if (place === undefined) throw new Error('a folder or the address of a database is needed');
const server = await startServer({
  data: place.startsWith('postgres:') ? { databaseUrl: place } : { folder: place },
  ...asAlone,
});
// A connection may be opened long before it is first used.
const hour = 3_600_000;
const http = createServer(
  { keepAliveTimeout: hour, headersTimeout: hour, requestTimeout: hour },
  server.answer,
);
http.listen({ port: 0, host: '127.0.0.1', backlog: 2048 }, () => {
  const address = http.address();
  if (address !== null && typeof address === 'object')
    process.send?.({ url: `http://127.0.0.1:${address.port}` });
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuSeconds: (user + system) / 1e6 });
});
process.on('disconnect', () => {
  http.close(() => void server.close());
  http.closeAllConnections();
});
