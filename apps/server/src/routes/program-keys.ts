import { createRoute, z } from '@hono/zod-openapi';
import { calendarFeed, line, slug } from '@zonula/clinic';
import { sql } from 'kysely';
import { loadCatalogue } from '../clinic/catalogue-store.ts';
import {
  createProgramKey,
  type NewProgramKey,
  type ProgramKey,
  programKeyOf,
  programKeys,
  renewProgramKey,
  revokeProgramKey,
} from '../clinic/program-keys.ts';
import type { ServerContext } from '../http/context.ts';
import type { Api } from '../http/environment.ts';
import { signedInAs } from '../http/guard.ts';
import { problemResponses } from '../http/problem.ts';
import { pageOf, pageQuery, pageSchema } from './paging.ts';
import {
  bySession,
  contentProblems,
  instant,
  isoOf,
  json,
  sent,
  sessionProblems,
} from './schemas.ts';

const keySchema = z
  .object({
    id: z.uuid(),
    use: z.enum(['calendar', 'fhir']),
    practitioner: z.string().nullable(),
    label: z.string(),
    createdAt: instant,
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'ProgramKey' });

const keyView = ({ createdAt, revokedAt, ...rest }: ProgramKey): z.infer<typeof keySchema> => ({
  ...rest,
  createdAt: isoOf(createdAt),
  revokedAt: revokedAt === null ? null : isoOf(revokedAt),
});

const newKeySchema = z.object({
  key: keySchema,
  token: z.string().meta({ description: 'Told this once only.' }),
  calendar: z.string().nullable().meta({ description: 'What the calendar subscribes to.' }),
});

const path = '/api/v1/clinic/keys';
const problems = [...sessionProblems, 'not-allowed'] as const;

const createKeyRoute = createRoute({
  method: 'post',
  path,
  summary: 'A key for a program: a calendar that follows a practitioner, or a clinical system',
  security: bySession,
  request: {
    body: sent(
      z
        .object({
          use: z.enum(['calendar', 'fhir']),
          practitioner: slug.optional(),
          label: line(120),
        })
        .refine(
          ({ use, practitioner }) => use === 'fhir' || practitioner !== undefined,
          'a calendar is of one practitioner',
        )
        .meta({ id: 'ProgramKeyRequest' }),
    ),
  },
  responses: {
    201: json(newKeySchema, 'Made'),
    ...problemResponses(...problems, ...contentProblems),
  },
});

const listRoute = createRoute({
  method: 'get',
  path,
  summary: 'All keys, without their tokens',
  security: bySession,
  request: { query: pageQuery(z.uuid(), 500) },
  responses: {
    200: json(pageSchema(keySchema), 'Also those that were revoked'),
    ...problemResponses(...problems),
  },
});

const renewRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/renew`,
  summary: 'A new key in the place of this one, which opens nothing from then on',
  security: bySession,
  request: { params: z.object({ id: z.uuid() }) },
  responses: { 201: json(newKeySchema, 'Made'), ...problemResponses(...problems, 'unknown-key') },
});

const revokeRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  summary: 'Revoke a key',
  security: bySession,
  request: { params: z.object({ id: z.uuid() }) },
  responses: { 204: { description: 'Revoked' }, ...problemResponses(...problems, 'unknown-key') },
});

const calendarRoute = createRoute({
  method: 'get',
  path: '/api/v1/calendars/{file}',
  summary: "A practitioner's appointments as a calendar, by a key that is its name",
  request: { params: z.object({ file: z.string().regex(/^[\w-]{43}\.ics$/u) }) },
  responses: {
    200: { description: 'iCalendar', content: { 'text/calendar': { schema: z.string() } } },
    ...problemResponses('invalid', 'key-invalid', 'no-clinic', 'unavailable', 'defect'),
  },
});

const day = 24 * 3_600_000;

/** Keys of programs, and the calendars that they follow. Calendars name neither clients nor treatments. */
export const addProgramKeyRoutes = (app: Api, server: ServerContext): void => {
  const { database, now } = server;
  const newKeyView = ({ key, token }: NewProgramKey): z.infer<typeof newKeySchema> => {
    const place = `${server.origin ?? ''}/api/v1/calendars/${token}.ics`;
    return { key: keyView(key), token, calendar: key.use === 'calendar' ? place : null };
  };
  app.openapi(createKeyRoute, async (context) => {
    const { account } = await signedInAs(context, server, 'clinic-admin');
    const { use, label, practitioner = null } = context.req.valid('json');
    const made = await createProgramKey(server, { use, label, practitioner }, account);
    return context.json(newKeyView(made), 201);
  });
  app.openapi(listRoute, async (context) => {
    await signedInAs(context, server, 'clinic-admin');
    const all = (await programKeys(database)).map(keyView);
    return context.json(
      pageOf(all, context.req.valid('query'), ({ id }) => id),
      200,
    );
  });
  app.openapi(renewRoute, async (context) => {
    const { account } = await signedInAs(context, server, 'clinic-admin');
    const made = await renewProgramKey(server, context.req.valid('param').id, account);
    return context.json(newKeyView(made), 201);
  });
  app.openapi(revokeRoute, async (context) => {
    const { account } = await signedInAs(context, server, 'clinic-admin');
    await revokeProgramKey(server, context.req.valid('param').id, account);
    return context.body(null, 204);
  });
  app.openapi(calendarRoute, async (context) => {
    const token = context.req.valid('param').file.slice(0, -'.ics'.length);
    const { practitioner } = await programKeyOf(database, token, 'calendar');
    const { clinic, rooms } = await loadCatalogue(database);
    const { rows } = await sql<{
      id: string;
      sequence: number;
      room: string;
      starts_at: Date;
      ends_at: Date;
      changed_at: Date;
    }>`select id, sequence, room, starts_at, ends_at, changed_at from clinic.appointment
      where practitioner = ${practitioner} and status = 'confirmed'
        and ends_at > ${new Date(now() - 30 * day)}
      order by starts_at`.execute(database);
    const roomName = (id: string): string => rooms.find((room) => room.id === id)?.name ?? id;
    const entries = rows.map((row) => ({
      id: row.id,
      sequence: row.sequence,
      start: row.starts_at.getTime(),
      end: row.ends_at.getTime(),
      stamp: row.changed_at.getTime(),
      summary: 'Appointment',
      location: `${clinic.name}, ${roomName(row.room)}`,
    }));
    context.header('content-type', 'text/calendar; charset=utf-8');
    return context.body(calendarFeed(entries, { name: clinic.name, language: 'en' }));
  });
};
