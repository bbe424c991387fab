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
