import { type ClassKey, classKeys } from '@zonula/foods';
import { UnusableArguments } from '../failure.ts';

export const foodClasses: ReadonlySet<string> = new Set(classKeys);

/** `--holds dairy,wheat` or `--holds none`. */
export const parseHolds = (text: string): readonly ClassKey[] => {
  const words = text
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  if (words.length === 1 && words[0] === 'none') return [];
  const wrong = words.find((word) => !foodClasses.has(word));
  if (words.length === 0 || wrong !== undefined)
    throw new UnusableArguments(
      `--holds: expected none, or classes such as dairy,wheat${wrong === undefined ? '' : `; there is no class ${JSON.stringify(wrong)}`}`,
    );
  return words as ClassKey[];
};
