import { once } from 'node:events';
import { createConnection } from 'node:net';

export interface Reply {
  readonly status: number;
  /** Headers and content. */
  readonly text: string;
  /** From sending to the last byte. */
  readonly ms: number;
}

/** One connection to a server that is kept open, with little work of its own: what is sent is bytes made beforehand. */
export interface Connection {
  /** One after the other: the next may be sent when the answer to the last is there. */
  readonly send: (request: Buffer) => Promise<Reply>;
  readonly close: () => void;
}

/** A request of HTTP/1.1 as bytes. */
export const requestBytes = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): Buffer => {
  const sent = Buffer.from(body);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(sent.length === 0 ? [] : [`content-length: ${sent.length}`]),
    '',
    '',
  ];
  return Buffer.concat([Buffer.from(lines.join('\r\n')), sent]);
};

/** Whether an answer is whole: as long as it says, or with its last chunk. */
const isWhole = (text: string): boolean => {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = text.slice(0, end);
  const length = /\r\ncontent-length: (\d+)/iu.exec(head)?.[1];
  if (length !== undefined) return text.length - end - 4 >= Number(length);
  return /\r\ntransfer-encoding: chunked/iu.test(head) && text.endsWith('\r\n0\r\n\r\n');
};

export const connectTo = async (url: string): Promise<Connection> => {
  const { hostname, port } = new URL(url);
  const socket = createConnection({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  let text = '';
  let arrived: (reply: string) => void = () => {};
  let failed: (error: Error) => void = () => {};
  // All that the relay answers with is ASCII.
  socket.setEncoding('latin1').on('data', (piece: string) => {
    text += piece;
    if (!isWhole(text)) return;
    const whole = text;
    text = '';
    arrived(whole);
  });
  const closed = () => new Error('the server closed the connection');
  socket.on('error', (error) => failed(error));
  socket.on('close', () => failed(closed()));
  return {
    send: (request) => {
      const started = performance.now();
      return new Promise((resolve, reject) => {
        if (socket.destroyed) {
          reject(closed());
          return;
        }
        arrived = (whole) =>
          resolve({
            status: Number(whole.slice(9, 12)),
            text: whole,
            ms: performance.now() - started,
          });
        failed = reject;
        socket.write(request);
      });
    },
    close: () => void socket.destroy(),
  };
};
