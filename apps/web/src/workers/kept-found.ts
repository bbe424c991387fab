import type { Found } from './found.ts';

const most = 4;
let kept: readonly Found[] = [];

/** What was found since the page was loaded, the latest first: workers end with their room, and the next one need not look again. */
export const foundBefore = (): readonly Found[] => kept;

export const keepFound = (found: Found | null): void => {
  if (found === null) return;
  kept = [found, ...kept.filter(({ key }) => key !== found.key)].slice(0, most);
};
