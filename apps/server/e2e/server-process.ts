import { createServer } from 'node:http';
import { startServer } from '../src/server.ts';
import { asAlone } from './as-alone.ts';
import { catalogue } from './clinic.ts';

// One server process for tests: SERVER-PROCESS.ts DATABASE-URL [offer|keep [SMTP-URL]]. Prints its address; stops when its input ends.
const [databaseUrl, offer, smtpUrl] = process.argv.slice(2);
if (databaseUrl === undefined) throw new Error('the address of a database is needed');
const server = await startServer({
  data: { databaseUrl },
  ...(offer === 'offer' ? { catalogue } : {}),
  ...(smtpUrl === undefined
    ? {}
    : { mail: { smtpUrl, publicUrl: 'https://clinic.example', leaseMs: 2000 } }),
  ...asAlone,
});
const http = createServer(server.answer);
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (address !== null && typeof address === 'object')
    process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});
process.stdin.resume().on('end', () => {
  http.close(() => void server.close());
  http.closeAllConnections();
});
