import { readChunk } from './chunks.ts';
import type { Corrections } from './corrections.ts';
import { leastConfidence } from './find/certainty.ts';
import { createResolver } from './find/resolve.ts';
import { isLabelText } from './label/list.ts';
import { createLabelReader } from './label/read-label-text.ts';
import { createPhraseReader, type Unit } from './phrases.ts';
import { type FoodReading, tooLong } from './resolved-food.ts';
import { createServer, type Draft } from './serving.ts';
import type { CommonName, FoodTables, NutrientsOf } from './tables.ts';
import { openBrackets } from './text/brackets.ts';
import { isNegation, takeModifiers } from './text/modifiers.ts';
import { normalise } from './text/normalise.ts';
import { takeAmount } from './text/quantities.ts';
import { splitText } from './text/split.ts';
import { longForms, makers, milky, praise } from './text/vocabulary.ts';
import { isFiller, wordsOf } from './text/words.ts';

export interface FoodsOptions {
  /** The person's language; where British and American words differ, it decides. */
  readonly language?: CommonName['language'];
  readonly nutrientsOf?: NutrientsOf;
  readonly corrections?: Corrections;
}

export interface Foods {
  readonly version: string;
  /** What a person typed to foods. Never throws. */
  readonly read: (typed: string) => FoodReading;
}

/** Foods in one text beyond which nobody has eaten. */
const mostItems = 200;
const mostUnits = 40;

/** Short forms in full, where they stand as words of their own. */
const spellOut = (text: string): string =>
  text.replace(
    /(?<![\p{L}\p{N}'-])[a-z]{2,6}(?![\p{L}\p{N}'-])/gu,
    (word) => longForms.get(word) ?? word,
  );

/** "Pret porridge" is porridge; a maker that stands alone stays. */
const withoutMakers = (text: string): string => {
  const rest = text.replace(makers, ' ').replace(/[^\S\n]+/gu, ' ');
  return /\p{L}{2}/u.test(rest) ? rest : text;
};

const asTyped = (phrase: string): string => phrase.replaceAll('-and-', ' and ');

/** Reads foods with the compiled tables; builds its indexes at once. */
export const createFoods = (tables: FoodTables, options: FoodsOptions = {}): Foods => {
  const { language, nutrientsOf, corrections } = options;
  const resolver = createResolver(tables, language);
  const reader = createPhraseReader(tables, resolver, corrections);
  const serve = createServer(tables, reader.lookUp, nutrientsOf);
  const readLabelText = createLabelReader(tables, resolver);
  const bracketWords = {
    isName: (phrase: string): boolean => reader.named(phrase) !== null,
    isFood: (phrase: string): boolean =>
      (reader.readUnit(phrase).match?.confidence ?? 0) >= leastConfidence,
  };

  /** "smoothie with banana, spinach and oat milk": the milk of the list is that of the smoothie. */
  const takesMilk = ({ phrase, match, plant }: Unit): boolean =>
    plant === null && match !== null && milky.test(phrase) && reader.holdsMilk(match);

  const read = (typed: string): FoodReading => {
    if (isLabelText(typed)) return readLabelText(typed);
    const { text, cut } = normalise(typed);
    const drafts: Draft[] = [];
    const unknown: string[] = [];
    const notes: string[] = [];
    /** "breakfast", "today": words that name no food; nothing is lost with them where a food is named. */
    const idle: string[] = [];
    if (cut) notes.push(tooLong);

    const take = (unit: Unit): void => {
      const { match, removals, phrase } = unit;
      const before = drafts.at(-1);
      const turned =
        match === null && before !== undefined ? reader.turned(phrase, before.unit) : null;
      if (turned !== null) {
        before!.unit = turned;
        return;
      }
      const { amount, rest } = takeAmount(`${phrase} x`);
      if (match === null && before !== undefined && amount !== null && rest === 'x') {
        // "pepperoni pizza, 4 slices"
        if (before.unit.amount === null) before.unit = { ...before.unit, amount };
        return;
      }
      if (match === null && wordsOf(phrase).every((word) => praise.has(word) || isFiller(word))) {
        idle.push(phrase);
        return;
      }
      const drink = match === null ? null : reader.plantDrink(phrase, match);
      const open = drink === null ? undefined : drafts.findLast((draft) => takesMilk(draft.unit));
      if (open !== undefined) {
        open.unit = { ...open.unit, plant: drink };
        return;
      }
      const onlyAbsent =
        match === null &&
        removals.length > 0 &&
        (isNegation(phrase) || takeModifiers(phrase).rest === '');
      if (onlyAbsent) {
        // "no egg" on its own speaks of what came before it.
        if (drafts.length === 0) unknown.push(asTyped(phrase));
        for (const draft of drafts) draft.removals.push(...removals);
      } else if (match === null || match.confidence < leastConfidence)
        unknown.push(asTyped(phrase));
      else drafts.push({ unit, removals: [...removals] });
    };

    for (const chunk of splitText(openBrackets(spellOut(withoutMakers(text)), bracketWords))) {
      if (drafts.length + unknown.length >= mostItems) {
        notes.push(`More than ${mostItems} foods in one text: the rest was not read.`);
        break;
      }
      const { units, joins } = chunk;
      const part =
        units.length <= mostUnits
          ? chunk
          : { units: units.slice(0, mostUnits), joins: joins.slice(0, mostUnits - 1) };
      for (const unit of readChunk(part, reader)) take(unit);
    }
    if (drafts.length === 0) unknown.push(...idle);
    return { items: drafts.map(serve), unknown, notes };
  };
  return { version: tables.version, read };
};
