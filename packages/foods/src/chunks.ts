import { isBowlOfMany } from './apart.ts';
import type { Chunk } from './text/split.ts';
import { asIngredient } from './text/vocabulary.ts';
import type { PhraseReader, Unit } from './unit.ts';

/** A unit with the word that joins it to the one before; null for the first of a chunk. */
export interface JoinedUnit {
  readonly unit: Unit;
  readonly join: string | null;
}

/** Units that are tried as one name: "beans on toast with cheese and tomato". */
const longestCompound = 6;
/** A name of several units is better than its units, each as sure. */
const gainOfCompound = 0.12;
/** A drink with its plant milk is one food, however sure the drink alone is. */
const sureWithPlant = 0.97;

const worthOf = ({ match }: Unit): number => (match === null ? 0 : match.confidence);

/** Chooses where a chunk is cut, by dynamic programming: compounds that the tables know stay whole. */
export const readChunk = (
  { units, joins }: Pick<Chunk, 'units' | 'joins'>,
  reader: PhraseReader,
  asMeant: (phrase: string, join: string | null) => string,
): readonly JoinedUnit[] => {
  const spanText = (from: number, to: number): string =>
    units
      .slice(from, to)
      .map((unit, i) => (i === 0 ? unit : `${joins[from + i - 1]} ${unit}`))
      .join(' ');
  const best: { readonly value: number; readonly from: number; readonly unit: Unit | null }[] = [
    { value: 0, from: 0, unit: null },
  ];
  for (let to = 1; to <= units.length; to += 1) {
    let chosen: { value: number; from: number; unit: Unit } | null = null;
    for (let from = Math.max(0, to - longestCompound); from < to; from += 1) {
      const length = to - from;
      let unit: Unit;
      let value: number;
      if (length === 1) {
        // "with garlic and chilli": of a dish, and not a dish.
        const text = asMeant(units[from]!, joins[from - 1] ?? null);
        unit = reader.readUnit(from > 0 ? (asIngredient.get(text) ?? text) : text);
        value = worthOf(unit);
      } else {
        const spanned = reader.readSpan(spanText(from, to));
        if (spanned === null) continue;
        unit = spanned;
        const sure = unit.plant === null ? worthOf(unit) : Math.max(sureWithPlant, worthOf(unit));
        value = length * sure + (unit.match?.how === 'survey' ? 0 : gainOfCompound) * (length - 1);
      }
      const total = best[from]!.value + value;
      if (chosen === null || total > chosen.value) chosen = { value: total, from, unit };
    }
    best.push(chosen!);
  }
  const chosen: JoinedUnit[] = [];
  for (let at = units.length; at > 0; ) {
    const { unit, from } = best[at]!;
    const join = joins[from - 1] ?? null;
    const several = at - from === 1 ? reader.apart(units[from]!, unit!) : null;
    if (several === null) chosen.unshift({ unit: unit!, join });
    else {
      const link = isBowlOfMany(several) ? 'with' : 'and';
      chosen.unshift(...several.map((one, i) => ({ unit: one, join: i === 0 ? join : link })));
    }
    at = from;
  }
  return chosen;
};
