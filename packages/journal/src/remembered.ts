import type { Store } from './append.ts';
import { explained } from './failure.ts';

const keyOf = (name: string): string => `remembered/${name}`;

export const remembered = async ({ db }: Pick<Store, 'db'>, name: string): Promise<string | null> =>
  (await db.facts.get(keyOf(name)))?.value ?? null;

export const remember = async (
  { db }: Pick<Store, 'db'>,
  name: string,
  text: string,
): Promise<void> => {
  try {
    await db.facts.put({ key: keyOf(name), value: text });
  } catch (error) {
    throw explained(error);
  }
};
