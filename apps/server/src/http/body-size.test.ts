import { once } from 'node:events';
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyAtMost } from './body-size.ts';

const app = new Hono();
app.use(bodyAtMost(1000));
app.all('/', async (context) => context.text(`${context.req.method} ${await context.req.text()}`));
const server = createServer(getRequestListener(app.fetch));
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());

const send = async (method: string, chunks: readonly string[], length?: number) => {
  const { port } = server.address() as AddressInfo;
  const headers = length === undefined ? {} : { 'content-length': length };
  const outgoing = ask({ port, host: '127.0.0.1', method, headers, agent: false });
  for (const chunk of chunks) outgoing.write(chunk);
  outgoing.end();
  const [response] = await once(outgoing, 'response');
  const content = await text(response);
  return `${response.statusCode} ${response.statusCode === 200 ? content : JSON.parse(content).code}`;
};

test.each<[string, string, readonly string[], string, number?]>([
  ['no body', 'GET', [], '200 GET '],
  ['no body and no length', 'DELETE', [], '200 DELETE '],
  ['no body, and a length of 0', 'POST', [], '200 POST ', 0],
  ['a body with its length', 'POST', ['{}'], '200 POST {}', 2],
  ['a body in chunks', 'POST', ['{"a":', '1}'], '200 POST {"a":1}'],
  ['too much in chunks', 'POST', ['x'.repeat(600), 'y'.repeat(600)], '413 too-large'],
  ['too much, and it says so', 'POST', ['x'.repeat(1001)], '413 too-large', 1001],
  ['as much as fits', 'POST', ['x'.repeat(1000)], `200 POST ${'x'.repeat(1000)}`, 1000],
])('%s', async (_, method, chunks, expected, length) => {
  expect(await send(method, chunks, length)).toBe(expected);
});
