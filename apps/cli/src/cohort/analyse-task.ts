import {
  analysePerson,
  type EffectSummary,
  type PersonResult,
  summariseTrial,
} from '@zonula/cohort';
import { readDiary, tidyImporter } from '@zonula/diary';
import { composeServing } from '@zonula/foods';
import type { Task } from '@zonula/server';
import type { ComposeFood } from '@zonula/timeline';
import { asTrialEstimate, readFinishedTrial } from '@zonula/trial';
import { today } from '../clock.ts';
import { loadFoods } from '../foods/data.ts';

let foods: ComposeFood | null = null;
const composing = (): ComposeFood => (foods ??= composeServing(loadFoods()));

/** All that a person gave, as one result. */
export const analyseTask = async ({
  person,
  question,
  diary,
  trials,
}: Task): Promise<PersonResult> => {
  const { version, seed, outcome, discovery, grains } = question;
  const lasting = lastingEffects(person, trials);
  if (diary === null)
    return {
      ...{ person, version, seed, outcome, days: 0 },
      ...{ reasons: ['no-diary'], summaries: lasting, contrasts: [] },
    };
  const chunks = (async function* () {
    yield new TextEncoder().encode(diary);
  })();
  const read = await readDiary(chunks, {
    format: 'zonula',
    importers: [tidyImporter],
    file: person,
    today: today(),
  });
  const result = analysePerson(read, {
    ...{ person, version, seed, discovery, grains },
    ...(outcome === null ? {} : { outcome }),
    ...(grains.some((grain) => grain !== 'dish') ? { foods: composing() } : {}),
  });
  return { ...result, summaries: [...result.summaries, ...lasting] };
};

/** Effects of a person's finished trials; several of the same thing count together, each by its precision. */
const lastingEffects = (person: string, trials: readonly unknown[]): EffectSummary[] => {
  const groups = new Map<string, ReturnType<typeof readFinishedTrial>[]>();
  for (const document of trials) {
    const trial = readFinishedTrial(JSON.stringify(document), person);
    const key = JSON.stringify([trial.exposure, trial.outcome]);
    groups.set(key, [...(groups.get(key) ?? []), trial]);
  }
  return [...groups.values()].flatMap((group) => {
    const { exposure, outcome } = group[0]!;
    let [precision, weighted] = [0, 0];
    for (const { effect, scale } of group) {
      const range = scale.max - scale.min;
      const { effect: estimate, standardError } = asTrialEstimate(effect);
      const weight = (range / standardError) ** 2;
      precision += weight;
      weighted += (weight * estimate) / range;
    }
    const spread = 1.959964 / Math.sqrt(precision);
    const mean = weighted / precision;
    const summary = summariseTrial({
      ...{ person, exposure, outcome, range: 1, daysWith: 0, daysWithout: 0 },
      effect: { mean, interval: [mean - spread, mean + spread], level: 0.95 },
    });
    return summary === null ? [] : [summary];
  });
};
