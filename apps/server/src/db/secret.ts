import { hkdfSync } from 'node:crypto';
import type { Database } from './tables.ts';

/** A secret that all processes on one database share; made by the first that asks. */
export const sharedSecret = async (
  database: Database,
  name: string,
  randomBytes: (length: number) => Uint8Array,
): Promise<Uint8Array> => {
  await database
    .insertInto('zonula.secret')
    .values({ name, value: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await database
    .selectFrom('zonula.secret')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return value;
};

/** A secret of that name from a key that is kept outside the database (HKDF-SHA256, RFC 5869). */
export const derivedSecret = (key: Uint8Array, name: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), `zonula ${name}`, 32));
