import type { Journal } from '@zonula/journal';
import { digestOf } from '../digest.ts';

const name = 'classes-on-trial';

type Classes = readonly string[] | null;

/** All that the classes of a thing come from. */
export interface ComeFrom {
  /** Names of the script that works them out and of the food list that it reads: both are named by what they hold. */
  readonly files: readonly string[];
  readonly exposure: string;
  /** Classes that the person says it holds. */
  readonly said: Classes;
  readonly corrections: readonly { readonly phrase: string; readonly code: number }[];
}

const keyOf = ({ files, exposure, said, corrections }: ComeFrom): string =>
  digestOf([files, exposure, said, corrections]);

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
  // The answer holds also where nothing can be read or kept: there is no room, or the diary was deleted meanwhile.
  const kept = readKept(await journal.remembered(name).catch(() => null), key);
  if (kept !== undefined) return kept;
  const classes = await workOut();
  await journal.remember(name, JSON.stringify({ key, classes })).catch(() => undefined);
  return classes;
};
