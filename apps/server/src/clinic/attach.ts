import type { MailTables } from '../db/mail-tables.ts';
import type { ClinicContext } from './context.ts';
import { noteDeskAction } from './desk-actions.ts';
import { ownersPurposes, unusedLink } from './links.ts';
import { Refusal } from './refusal.ts';

/** What a person wants the clinic to read: a page that was printed or written, or something sealed for it. */
export interface Attachment {
  readonly mediaType: MailTables['clinic.attachment']['media_type'];
  readonly content: Uint8Array;
}

/** Two mebibytes. */
export const largestAttachment = 2 * 1024 * 1024;

const starts: Readonly<Record<Attachment['mediaType'], (content: Buffer) => boolean>> = {
  'application/pdf': (content) => content.subarray(0, 5).toString('latin1') === '%PDF-',
  'text/html': (content) =>
    /^\s*<!doctype html|^\s*<html/iu.test(content.subarray(0, 200).toString()),
  'application/vnd.zonula.sealed': () => true,
};

/**
 * Attaches a report to an appointment that has not begun, by a link that moves or cancels it and stays unused; another
 * one takes its place. Refuses what is too large, empty or not what it says it is.
 */
export const attachReport = async (
  context: ClinicContext,
  id: string,
  token: string,
  { mediaType, content }: Attachment,
): Promise<void> => {
  await unusedLink(context, token, { appointment: id, allowed: ownersPurposes });
  const { database, now } = context;
  if (
    content.length === 0 ||
    content.length > largestAttachment ||
    !starts[mediaType](Buffer.from(content))
  )
    throw new Refusal('invalid', { detail: 'This is no such document.' });
  await database.transaction().execute(async (transaction) => {
    const booked = await transaction
      .selectFrom('clinic.appointment')
      .select(['status', 'starts_at'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (booked === undefined) throw new Refusal('unknown-appointment');
    if (booked.status !== 'confirmed') throw new Refusal('not-confirmed');
    if (booked.starts_at.getTime() <= now()) throw new Refusal('already-begun');
    const values = { media_type: mediaType, content, attached_at: new Date(now()) };
    await transaction
      .insertInto('clinic.attachment')
      .values({ appointment: id, ...values })
      .onConflict((conflict) => conflict.column('appointment').doUpdateSet(values))
      .execute();
  });
};

/** What a link opens that moves or cancels, also once that can no longer be done. */
const ofItsOwner = (appointment: string) => ({
  appointment,
  allowed: ownersPurposes,
  evenExpired: ownersPurposes,
});

/** Takes the report back, also after the appointment; again, it changes nothing. */
export const detachReport = async (
  context: ClinicContext,
  id: string,
  token: string,
): Promise<void> => {
  await unusedLink(context, token, ofItsOwner(id));
  await context.database.deleteFrom('clinic.attachment').where('appointment', '=', id).execute();
};

/**
 * Hands the report of an appointment to its practitioner, who alone may read it, and notes that for the person in the same
 * transaction: nobody reads it unnoted. Refuses with `unknown-report`.
 */
export const readReport = (
  { database, now }: ClinicContext,
  id: string,
  practitioner: string,
): Promise<Attachment> =>
  database.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('clinic.attachment as r')
      .innerJoin('clinic.appointment as a', 'a.id', 'r.appointment')
      .select(['r.media_type', 'r.content'])
      .where('a.id', '=', id)
      .where('a.practitioner', '=', practitioner)
      .where('a.status', '=', 'confirmed')
      .forShare(['r'])
      .executeTakeFirst();
    if (row === undefined) throw new Refusal('unknown-report');
    await transaction
      .insertInto('clinic.report_reading')
      .values({ appointment: id, practitioner, at: new Date(now()) })
      .execute();
    return { mediaType: row.media_type, content: row.content };
  });

/** That somebody read the report of an appointment. */
export interface Reading {
  readonly id: number;
  /** ms since 1970. */
  readonly at: number;
  /** The practitioner's id and name. */
  readonly practitioner: string;
  readonly name: string;
}

/** Who read the report, the latest first, told by a link that moves or cancels, also after the appointment. */
export const readingsOf = async (
  context: ClinicContext,
  id: string,
  token: string,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<Reading[]> => {
  await unusedLink(context, token, ofItsOwner(id));
  let query = context.database
    .selectFrom('clinic.report_reading as r')
    .leftJoin('clinic.practitioner as p', 'p.id', 'r.practitioner')
    .select(['r.id', 'r.at', 'r.practitioner', 'p.document'])
    .where('r.appointment', '=', id)
    .orderBy('r.id', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('r.id', '<', before);
  const rows = await query.execute();
  return rows.map(({ at, document, ...rest }) => ({
    ...rest,
    at: at.getTime(),
    name: (document as { readonly name: string } | null)?.name ?? rest.practitioner,
  }));
};

/**
 * Notes what of the deposit the clinic has received; the clinic takes the money itself. Refuses more than the deposit.
 */
export const recordDeposit = (
  { database, now }: ClinicContext,
  id: string,
  received: number,
  account: string,
): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    const at = now();
    const changed = await transaction
      .updateTable('clinic.appointment')
      .set({ deposit_received: received, deposit_received_at: new Date(at) })
      .where('id', '=', id)
      .where('status', 'in', ['confirmed', 'cancelled'])
      .where('deposit', '>=', received)
      .returning('id')
      .executeTakeFirst();
    if (changed !== undefined)
      return noteDeskAction(transaction, { at, account, action: 'deposit', appointment: id });
    const known = await transaction
      .selectFrom('clinic.appointment')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    throw known === undefined
      ? new Refusal('unknown-appointment')
      : new Refusal('invalid', { detail: 'at most the deposit of a booked appointment' });
  });
