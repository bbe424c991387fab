import { type ClassKey, classKeys } from './classes.ts';
import type { ClassShare } from './tables.ts';

const known: ReadonlySet<string> = new Set(classKeys);
const isKey = (key: string): key is ClassKey => known.has(key);

/**
 * `dairy milk lactose=0.048 gluten~0.9`: keys with an optional share of the weight (0 to 1, default 1) and
 * an optional probability that the class is held at all (0 to 1, default 1). Throws RangeError that
 * names the item.
 */
export const readClassItems = (text: string): ClassShare[] => {
  const shares = text
    .split(' ')
    .filter((item) => item !== '')
    .map((item): ClassShare => {
      const [, key = '', share = '1', probability = '1'] =
        /^([a-z0-9-]+)(?:=(\d*\.?\d+))?(?:~(\d*\.?\d+))?$/u.exec(item) ?? [];
      if (!isKey(key)) throw new RangeError(`"${item}" is no class, share or probability`);
      const one = { key, share: Number(share), probability: Number(probability) };
      if (!(one.share > 0 && one.share <= 1 && one.probability > 0 && one.probability <= 1))
        throw new RangeError(`"${item}" is not within 0 to 1`);
      return one;
    });
  const repeated = shares.find(({ key }, i) => shares.findIndex((s) => s.key === key) !== i);
  if (repeated !== undefined) throw new RangeError(`"${repeated.key}" is named twice`);
  return shares;
};
