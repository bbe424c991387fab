import type { Part } from './tables.ts';

/** An ingredient of a dish, in grams. */
export interface Held {
  readonly code: number;
  grams: number;
}

/** Per cent of a food from which a part tells how much of the food is in a dish. */
const telling = 15;
/** Less than this of an ingredient, in parts of it, is no ingredient of its own and goes with the rest. */
const leftover = 0.35;

/**
 * Takes a part such as mayonnaise out of a dish: as much as its main ingredients allow, and of each ingredient its
 * share. The egg of "egg sandwich without mayo" stays but for that of the mayonnaise.
 * @param parts of what is taken out, in per cent
 * @returns grams that went
 */
export const takeOut = (held: readonly Held[], parts: readonly Part[]): number => {
  const gramsOf = (code: number): number => held.find((part) => part.code === code)?.grams ?? 0;
  const main = parts.filter(({ percent }, i) => i === 0 || percent >= telling);
  const most = Math.min(
    ...main.map(({ ingredient, percent }) => (100 * gramsOf(ingredient)) / percent),
  );
  if (!(most > 0)) return 0;
  let taken = 0;
  for (const { ingredient, percent } of parts) {
    const part = held.find(({ code }) => code === ingredient);
    if (part === undefined) continue;
    const left = part.grams - (most * percent) / 100;
    const stays = left > leftover * part.grams ? left : 0;
    taken += part.grams - stays;
    part.grams = stays;
  }
  return taken;
};
