import { createCollector, observationOrder } from './collect.ts';
import type { Diary } from './diary.ts';
import type { Format, Importer, ImportOptions } from './importer.ts';
import { quoted, unusable } from './place.ts';
import { scalesOf } from './scale.ts';
import { type Chunks, peek, textOf } from './source.ts';

export interface ReadOptions extends ImportOptions {
  /** `auto` asks every importer and takes the surest; with a `map` it means `csv`. */
  readonly format: Format | 'auto';
  /** The formats that can be read; on a tie the earlier one is taken. */
  readonly importers: readonly Importer[];
}

const surest = (importers: readonly Importer[], head: string): Importer | undefined => {
  let best: Importer | undefined;
  let bestSureness = 0;
  for (const importer of importers) {
    const sureness = importer.detect(head);
    if (sureness > bestSureness) {
      best = importer;
      bestSureness = sureness;
    }
  }
  return best;
};

const chooseImporter = async (
  head: string,
  chunks: Chunks,
  options: ReadOptions,
): Promise<Importer> => {
  const { file, format, importers } = options;
  const names = importers.map((importer) => importer.format).join(' ');
  const wanted = format === 'auto' && options.map !== undefined ? 'csv' : format;
  if (wanted !== 'auto') {
    const asked = importers.find((importer) => importer.format === wanted);
    if (asked === undefined) {
      throw unusable({ file }, `expected one of the formats ${names}, found ${quoted(wanted)}`);
    }
    return asked;
  }
  const found = surest(importers, head);
  if (found !== undefined) return found;
  // Whatever is wrong with the bytes themselves says more than that no format knows them.
  let empty = true;
  for await (const piece of textOf(chunks, { file })) {
    empty = empty && piece.trim() === '';
    if (!empty) break;
  }
  throw unusable(
    { file, line: 1, column: 1 },
    empty
      ? 'expected a diary, found an empty file'
      : `expected the header date,category,name,value, or a file of one of the formats ${names}`,
  );
};

const checked = (diary: Diary, today: string): Diary => {
  const { observations, scales } = diary;
  const repeats = observations.filter(
    (row, index) => index > 0 && observationOrder(observations[index - 1]!, row) === 0,
  ).length;
  const future = observations.filter(({ date }) => date > today).length;
  const held = scalesOf(diary);
  const widened = [...scales].filter(([identity]) => held.get(identity)?.inferred === true);
  return {
    ...diary,
    warnings: [
      ...diary.warnings,
      ...(repeats === 0
        ? []
        : [
            {
              code: 'duplicate-row',
              text: 'Some rows repeat another row exactly. Each of them counts.',
              count: repeats,
            },
          ]),
      ...(future === 0
        ? []
        : [
            {
              code: 'future-date',
              text: `Some rows are dated after today, ${today}. They were read as they are.`,
              count: future,
            },
          ]),
      ...widened.map(([identity, { min, max }]) => ({
        code: 'outside-scale',
        text: `Some values of ${quoted(identity)} lie outside its scale of ${min} to ${max}. The scale was widened.`,
        count: 1,
      })),
    ],
  };
};

/**
 * Reads a diary from any known format. The result does not depend on how the bytes are cut nor on
 * the order of equal rows: observations are in `observationOrder`, warnings counted by code and
 * text. `UnusableInput` when nothing recognises the content, and whatever the importer refuses.
 */
export const readDiary = async (chunks: Chunks, options: ReadOptions): Promise<Diary> => {
  const { head, chunks: whole } = await peek(chunks);
  const importer = await chooseImporter(head, whole, options);
  const collector = createCollector();
  await importer.read(whole, options, collector);
  return checked(collector.diary(), options.today);
};
