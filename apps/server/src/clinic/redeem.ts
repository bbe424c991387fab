import { sql } from 'kysely';
import type { DatabaseTransaction } from '../db/tables.ts';
import { discountDigest } from '../newsletter/discount.ts';
import { Refusal } from './refusal.ts';

/**
 * Uses a code up for a hold, in its transaction: one code, one appointment. What was let go gives its code back. Only
 * for a first appointment. Refuses with `discount-invalid`. Of several at once one succeeds.
 */
export const redeem = async (
  transaction: DatabaseTransaction,
  {
    secret,
    code,
    appointment,
    client,
    now,
  }: { secret: Uint8Array; code: string; appointment: string; client: string; now: number },
): Promise<void> => {
  const digest = discountDigest(secret, code);
  if (digest === null) throw new Refusal('discount-invalid');
  // Bookings of one person with codes take turns: two at once would each be the first.
  await sql`select from clinic.client where id = ${client} for no key update`.execute(transaction);
  const earlier = await transaction
    .selectFrom('clinic.appointment')
    .select('id')
    .where('client', '=', client)
    .where('id', '!=', appointment)
    .where(({ or, and, eb }) =>
      or([
        eb('status', '=', 'confirmed'),
        and([
          eb('status', '=', 'held'),
          eb('discount', '>', 0),
          eb('expires_at', '>', new Date(now)),
        ]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  if (earlier !== undefined) throw new Refusal('discount-invalid');
  const { rows } = await sql`
    insert into clinic.discount_use as u (code, appointment, used_at)
    values (${digest}, ${appointment}, ${new Date(now)})
    on conflict (code) do update set appointment = excluded.appointment, used_at = excluded.used_at
      where exists (select from clinic.appointment a
        where a.id = u.appointment and a.status in ('expired', 'cancelled'))
    returning code`.execute(transaction);
  if (rows.length === 0) throw new Refusal('discount-invalid');
};
