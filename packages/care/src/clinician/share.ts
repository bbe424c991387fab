import { unusable } from '@zonula/diary';

/** What a page for a clinician can hold; nothing is on it by itself. */
export const shareParts = [
  'who',
  'conditions',
  'flags',
  'scores',
  'suspects',
  'trials',
  'medicines',
  'allergies',
  'plan',
  'questions',
] as const;
export type SharePart = (typeof shareParts)[number];

/** What the person chose: whole parts, or things in them by their id. A part that is not there is not shared. */
export type Share = ReadonlyMap<SharePart, 'all' | ReadonlySet<string>>;

const normal = (id: string): string => id.trim().replace(/\s+/gu, ' ').toLowerCase();

export const isShared = (share: Share, part: SharePart, id: string): boolean => {
  const chosen = share.get(part);
  return chosen === 'all' || (chosen?.has(normal(id)) ?? false);
};

/** A comma ends an entry only before the name of a part: names may hold commas. */
const betweenParts = new RegExp(`,(?=\\s*(?:${shareParts.join('|')})\\s*(?:[:,]|$))`, 'u');

/**
 * Reads a choice such as `who, conditions, scores:skin/itch, suspects`. Whole parts win over things in them. Throws
 * `UnusableInput` for a part that there is not.
 */
export const parseShare = (texts: readonly string[]): Share => {
  const share = new Map<SharePart, 'all' | Set<string>>();
  for (const entry of texts.flatMap((text) => text.split(betweenParts))) {
    const colon = entry.indexOf(':');
    const name = (colon < 0 ? entry : entry.slice(0, colon)).trim();
    const part = shareParts.find((one) => one === name);
    const id = colon < 0 ? null : normal(entry.slice(colon + 1));
    if (part === undefined || id === '')
      throw unusable(
        { file: '--share' },
        `expected ${shareParts.join(', ')}, or one thing such as suspects:food/milk`,
      );
    const before = share.get(part);
    if (id === null || before === 'all') share.set(part, 'all');
    else share.set(part, (before ?? new Set<string>()).add(id));
  }
  return share;
};
