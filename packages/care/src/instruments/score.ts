import { unusable } from '@zonula/diary';
import type { z } from 'zod';
import { readAnswers } from './answers.ts';
import { easi, easiForm, easiScore } from './easi.ts';
import { gags, gagsForm, gagsScore } from './gags.ts';
import { type Instrument, type Score, scoreOf } from './instrument.ts';
import { pasi, pasiForm, pasiScore } from './pasi.ts';
import { scorad, scoradForm, scoradScore } from './scorad.ts';
import { dlqi, ibsSss, poem, totalForm, typedScore } from './typed-totals.ts';
import { vigaAd, vigaAdForm, vigaAdScore } from './viga-ad.ts';

interface Calculator {
  readonly instrument: Instrument;
  readonly score: (answers: unknown, file: string) => Score;
}

const calculator = <T extends z.ZodType>(
  instrument: Instrument,
  schema: T,
  score: (answers: z.output<T>) => Score,
): Calculator => ({
  instrument,
  score: (answers, file) => score(readAnswers(schema, answers, file)),
});

const calculators: ReadonlyMap<string, Calculator> = new Map(
  [
    calculator(easi, easiForm, easiScore),
    calculator(scorad, scoradForm, scoradScore),
    calculator(vigaAd, vigaAdForm, vigaAdScore),
    calculator(pasi, pasiForm, pasiScore),
    calculator(gags, gagsForm, gagsScore),
    ...[poem, dlqi, ibsSss].map((instrument) =>
      calculator(instrument, totalForm(instrument), (answers) => typedScore(instrument, answers)),
    ),
  ].map((one) => [one.instrument.id, one]),
);

/** Everything that can be scored. */
export const instruments: readonly Instrument[] = [...calculators.values()].map(
  ({ instrument }) => instrument,
);

/** Null for an id that there is not. */
export const instrumentOf = (id: string): Instrument | null =>
  calculators.get(id)?.instrument ?? null;

/**
 * The total of a filled-in form, with its band and its parts. Throws `UnusableInput` with one line that names the item,
 * what was expected and what was found; `file` stands in front of it.
 */
export const scoreAnswers = (id: string, answers: unknown, file: string): Score => {
  const known = calculators.get(id);
  if (!known) throw unusable({ file }, `there is no instrument ${id}`);
  return known.score(answers, file);
};

/** A total that somebody has of a form that was added up elsewhere. Throws `UnusableInput` outside the range of the instrument. */
export const scoreFromTotal = (id: string, total: number, file: string): Score => {
  const instrument = instrumentOf(id);
  if (!instrument) throw unusable({ file }, `there is no instrument ${id}`);
  const { min, max } = instrument;
  if (!(total >= min && total <= max))
    throw unusable({ file }, `${id}: expected a total from ${min} to ${max}, found ${total}`);
  return scoreOf(instrument, [{ name: 'total', points: total }]);
};
