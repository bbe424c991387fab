import type { Journal } from '@zonula/journal';
import { digestOf } from '../digest.ts';

const name = 'classes-on-trial';

type Classes = readonly string[] | null;

/** All that the classes of a thing come from. */
export interface ComeFrom {
  /** Name of the script that works them out: it is named by what it holds, and by the food list that it reads. */
  readonly script: string;
  readonly exposure: string;
  /** Classes that the person says it holds. */
  readonly said: Classes;
  readonly corrections: readonly { readonly phrase: string; readonly code: number }[];
}

const keyOf = ({ script, exposure, said, corrections }: ComeFrom): string =>
  digestOf([script, exposure, said, corrections]);

const isClasses = (value: unknown): value is Classes =>
  value === null || (Array.isArray(value) && value.every((one) => typeof one === 'string'));

/** Undefined where there are none under this key. */
const readKept = (text: string | null, key: string): Classes | undefined => {
  try {
    const kept = JSON.parse(text ?? 'null') as Readonly<Record<string, unknown>> | null;
    return kept?.key === key && isClasses(kept.classes) ? kept.classes : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The classes of the thing on trial. They are kept on the device for as long as nothing that they come from changes: each opening of the app
 * asks for them, and `workOut` needs the whole food list.
 */
export const classesKept = async (
  journal: Pick<Journal, 'remembered' | 'remember'>,
  from: ComeFrom,
  workOut: () => Promise<Classes>,
): Promise<Classes> => {
  const key = keyOf(from);
  const kept = readKept(await journal.remembered(name), key);
  if (kept !== undefined) return kept;
  const classes = await workOut();
  // The answer holds also where there is no room to keep it, or the diary was deleted meanwhile.
  await journal.remember(name, JSON.stringify({ key, classes })).catch(() => undefined);
  return classes;
};
