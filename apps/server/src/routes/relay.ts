import { createRoute, z } from '@hono/zod-openapi';
import {
  bytesSchema,
  changesSchema,
  idSchema,
  manifestSchema,
  ownerSchema,
  pageSchema,
  pushSchema,
  relayPath,
} from '@zonula/journal/sync';
import type { Context } from 'hono';
import { Refusal } from '../clinic/refusal.ts';
import { callerOf } from '../http/caller.ts';
import type { ServerContext } from '../http/context.ts';
import type { Api } from '../http/environment.ts';
import { problemResponses } from '../http/problem.ts';
import { charge } from '../limits/rates.ts';
import { beginLog, changeDevices } from '../relay/change.ts';
import { changesOf, eraseLog, ownerOf } from '../relay/look.ts';
import { createMeter } from '../relay/meter.ts';
import { createExchange, firstOf } from '../relay/push.ts';
import { signerOf } from '../relay/signature.ts';
import { manifestOf, partOf, putManifest, putPart } from '../relay/snapshots.ts';
import { json, sent } from './schemas.ts';

const bySignature = [{ device: [] }];
const failures = [
  'invalid',
  'bad-request',
  'signature-missing',
  'signature-wrong',
  'request-old',
  'log-unknown',
  'device-removed',
  'too-many',
  'unavailable',
  'defect',
] as const;
const changing = [
  'cross-site',
  'not-json',
  'too-large',
  'row-refused',
  'log-behind',
  'log-full',
] as const;
const ofLog = z.object({ owner: idSchema });
const whole = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const ofSnapshot = ofLog.extend({ base: whole });
const ofPart = ofSnapshot.extend({ part: z.coerce.number().int().min(0).max(9999) });
const done = { 204: { description: 'Done' } };

const beginRoute = createRoute({
  method: 'post',
  path: `${relayPath}/logs`,
  summary: 'Begin a log with its first row, signed by the recovery key',
  security: bySignature,
  request: { body: sent(bytesSchema) },
  responses: { ...done, ...problemResponses(...failures, ...changing) },
});
const findRoute = createRoute({
  method: 'get',
  path: `${relayPath}/keys/{key}`,
  summary: 'Whose recovery key or invitation this is, for who signs with it',
  security: bySignature,
  request: { params: z.object({ key: idSchema }) },
  responses: { 200: json(ownerSchema, 'The owner'), ...problemResponses(...failures) },
});
const pullRoute = createRoute({
  method: 'get',
  path: `${relayPath}/logs/{owner}/rows`,
  summary: 'Sealed rows after a number, a page at a time',
  security: bySignature,
  request: { params: ofLog, query: z.object({ since: whole }) },
  responses: {
    200: json(
      pageSchema,
      'None where `base` is larger than `since`: then a snapshot stands for some',
    ),
    ...problemResponses(...failures),
  },
});
const pushRoute = createRoute({
  method: 'post',
  path: `${relayPath}/logs/{owner}/rows`,
  summary: 'Add sealed rows of the device, once each, and get what follows',
  security: bySignature,
  request: { params: ofLog, body: sent(pushSchema) },
  responses: {
    200: json(pageSchema, 'Added; the rows after `since`'),
    ...problemResponses(...failures, ...changing),
  },
});
const changesRoute = createRoute({
  method: 'get',
  path: `${relayPath}/logs/{owner}/devices`,
  summary: 'Every change of devices',
  security: bySignature,
  request: { params: ofLog },
  responses: { 200: json(changesSchema, 'In order'), ...problemResponses(...failures) },
});
const changeRoute = createRoute({
  method: 'post',
  path: `${relayPath}/logs/{owner}/devices`,
  summary: 'Invite, add, take out, rotate',
  security: bySignature,
  request: { params: ofLog, body: sent(bytesSchema) },
  responses: { ...done, ...problemResponses(...failures, ...changing) },
});
const putPartRoute = createRoute({
  method: 'put',
  path: `${relayPath}/logs/{owner}/snapshots/{base}/parts/{part}`,
  summary: 'Lay down a sealed part of a snapshot',
  security: bySignature,
  request: { params: ofPart, body: sent(bytesSchema) },
  responses: { ...done, ...problemResponses(...failures, ...changing) },
});
const putManifestRoute = createRoute({
  method: 'put',
  path: `${relayPath}/logs/{owner}/snapshots/{base}`,
  summary: 'Let the snapshot stand for the rows up to its base',
  security: bySignature,
  request: { params: ofSnapshot, body: sent(manifestSchema) },
  responses: { ...done, ...problemResponses(...failures, ...changing) },
});
const manifestRoute = createRoute({
  method: 'get',
  path: `${relayPath}/logs/{owner}/snapshot`,
  summary: 'The sealed manifest of the present snapshot',
  security: bySignature,
  request: { params: ofLog },
  responses: { 200: json(bytesSchema, 'Sealed'), ...problemResponses(...failures) },
});
const partRoute = createRoute({
  method: 'get',
  path: `${relayPath}/logs/{owner}/snapshots/{base}/parts/{part}`,
  summary: 'A sealed part of the present snapshot',
  security: bySignature,
  request: { params: ofPart },
  responses: { 200: json(bytesSchema, 'Sealed'), ...problemResponses(...failures) },
});
const eraseRoute = createRoute({
  method: 'delete',
  path: `${relayPath}/logs/{owner}`,
  summary: 'Delete everything of this owner',
  security: bySignature,
  request: { params: ofLog },
  responses: { ...done, ...problemResponses(...failures, 'cross-site') },
});

/** The relay between a person's devices: it stores sealed bytes and knows keys, no accounts. */
export const addRelayRoutes = (app: Api, server: ServerContext): void => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'device', {
    type: 'apiKey',
    in: 'header',
    name: 'authorization',
    description:
      'Zonula KEY.TIME.SIGNATURE: Ed25519 of the device over method, address, time and body',
  });
  const isCalm = createMeter(server);
  /** The name of the key that signed; first of all its sender is counted, in memory, as most requests need no other writing. */
  const signer = async (context: Context): Promise<string> => {
    const { method, url } = context.req;
    const { pathname, search } = new URL(url);
    // The text has been read to be checked; what is not UTF-8 differs from what was signed.
    const body = method === 'GET' || method === 'DELETE' ? '' : await context.req.text();
    const request = { method, path: pathname + search, body: Buffer.from(body) };
    const at = server.now();
    if (!isCalm(callerOf(context, server.behindProxy)))
      throw new Refusal('too-many', { retryAfterSeconds: 1 });
    context.header('date', new Date(at).toUTCString());
    return signerOf(context.req.header('authorization'), request, at);
  };
  /** Requests of who is not known yet write to the database only so often. */
  const slowly = (context: Context): Promise<void> =>
    charge(server.database, server, 'caller', callerOf(context, server.behindProxy));
  const caller = async (context: Context, owner: string) => ({ owner, key: await signer(context) });

  app.openapi(beginRoute, async (context) => {
    await slowly(context);
    await beginLog(server, await signer(context), context.req.valid('json').bytes);
    return context.body(null, 204);
  });
  app.openapi(findRoute, async (context) => {
    await slowly(context);
    const key = await signer(context);
    const found = context.req.valid('param').key === key ? key : '';
    return context.json({ owner: await ownerOf(server, found) }, 200);
  });
  const exchange = createExchange(server);
  app.openapi(pullRoute, async (context) => {
    const { owner } = context.req.valid('param');
    const { since } = context.req.valid('query');
    const page = await exchange({ ...(await caller(context, owner)), since, rows: [] });
    return context.json({ ...page, rows: [...page.rows] }, 200);
  });
  app.openapi(pushRoute, async (context) => {
    const { owner } = context.req.valid('param');
    const { since, rows } = context.req.valid('json');
    const who = await caller(context, owner);
    const page = await exchange({ ...who, since, rows, first: firstOf(rows, who.key) });
    return context.json({ ...page, rows: [...page.rows] }, 200);
  });
  app.openapi(changesRoute, async (context) => {
    const { owner } = context.req.valid('param');
    const changes = await changesOf(server, await caller(context, owner));
    return context.json({ ...changes, rows: [...changes.rows] }, 200);
  });
  app.openapi(changeRoute, async (context) => {
    const { owner } = context.req.valid('param');
    await changeDevices(server, await caller(context, owner), context.req.valid('json').bytes);
    return context.body(null, 204);
  });
  app.openapi(putPartRoute, async (context) => {
    const { owner, ...place } = context.req.valid('param');
    const who = await caller(context, owner);
    await putPart(server, who, { ...place, ...context.req.valid('json') });
    return context.body(null, 204);
  });
  app.openapi(putManifestRoute, async (context) => {
    const { owner, base } = context.req.valid('param');
    const who = await caller(context, owner);
    await putManifest(server, who, { base, ...context.req.valid('json') });
    return context.body(null, 204);
  });
  app.openapi(manifestRoute, async (context) => {
    const { owner } = context.req.valid('param');
    return context.json({ bytes: await manifestOf(server, await caller(context, owner)) }, 200);
  });
  app.openapi(partRoute, async (context) => {
    const { owner, ...place } = context.req.valid('param');
    return context.json({ bytes: await partOf(server, await caller(context, owner), place) }, 200);
  });
  app.openapi(eraseRoute, async (context) => {
    const { owner } = context.req.valid('param');
    await eraseLog(server, await caller(context, owner));
    return context.body(null, 204);
  });
};
