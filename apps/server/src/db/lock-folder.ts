import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another process has the folder open. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(`${folder} is in use by another process; stop it, or name another folder with --data`);
    this.name = 'FolderInUse';
  }
}

/** Addresses of sockets may have about a hundred bytes. */
const longestAddress = 100;

const addressFor = (folder: string): string => {
  const place = realpathSync(folder);
  const digest = createHash('sha256').update(place).digest('hex').slice(0, 32);
  if (process.platform === 'win32') return `\\\\.\\pipe\\zonula-${digest}`;
  const inside = join(place, 'in-use');
  return Buffer.byteLength(inside) <= longestAddress
    ? inside
    : join(tmpdir(), `zonula-${digest}.in-use`);
};

const listen = (server: Server, address: string): Promise<boolean> =>
  new Promise((settled, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') settled(false);
      else failed(error);
    });
    server.listen(address, () => settled(true));
  });

const isAnswered = (address: string): Promise<boolean> =>
  new Promise((settled) => {
    const socket = connect(address, () => {
      socket.destroy();
      settled(true);
    });
    socket.once('error', () => settled(false));
  });

/**
 * Keeps `folder` for this process until it ends, however it ends: a socket in it is listened to, and the system
 * closes that with the process, whereas a file with a process id would outlive it. Returns what gives it back.
 */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  const address = addressFor(folder);
  const server = createServer((socket) => socket.destroy());
  if (!(await listen(server, address))) {
    if (await isAnswered(address)) throw new FolderInUse(folder);
    rmSync(address, { force: true });
    if (!(await listen(server, address))) throw new FolderInUse(folder);
  }
  server.unref();
  return () => new Promise((settled) => server.close(() => settled()));
};
