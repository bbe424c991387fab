import { createHash } from 'node:crypto';
import { makePlan, planCalendar, toCarePlan } from '@zonula/care';
import { createEvidence } from '@zonula/evidence';
import { type ClassKey, createFoods } from '@zonula/foods';
import { hiddenFor } from '@zonula/safety';
import { today } from '../clock.ts';
import { oneLine } from '../failure.ts';
import { loadFoodTables, loadNutrients } from '../foods/data.ts';
import type { CommonOptions } from '../options.ts';
import { destinationAt, note, print, printJson } from '../output.ts';
import { readDiaryFile } from '../read.ts';
import { analyseShown } from '../triage/analyse-shown.ts';
import { readProfileFile } from '../triage/profile.ts';
import { classesOf } from '../trial/contents.ts';
import { version } from '../version.ts';
import { textOf } from './text.ts';

export interface PlanOptions extends CommonOptions {
  readonly profile?: string;
  readonly diary?: string;
  readonly without?: readonly ClassKey[];
  readonly ics?: string;
  readonly fhir?: string;
}

export const runPlan = async (
  file: string,
  { diary: diaryFile, without = [], ics, fhir, ...options }: PlanOptions,
): Promise<void> => {
  const inputs = [file, diaryFile].filter((name) => name !== undefined);
  const calendar = ics === undefined ? null : destinationAt(ics, inputs);
  const resource = fhir === undefined ? null : destinationAt(fhir, inputs);
  const profile = await readProfileFile(file);
  const diary =
    diaryFile === undefined ? null : await readDiaryFile(diaryFile, { ...options, format: 'auto' });
  const tables = loadFoodTables();
  const foods = createFoods(tables, { nutrientsOf: loadNutrients(tables) });
  const suspects =
    diary === null
      ? []
      : analyseShown(hiddenFor(profile), diary, { seed: options.seed }).suspects.suspects;
  const day = today();
  const plan = makePlan(
    { profile, diary, today: day },
    {
      version,
      seed: options.seed,
      evidence: createEvidence(),
      read: foods.read,
      classesOf: (exposure) => classesOf(exposure, () => foods),
      without,
      suspects,
    },
  );
  const id = createHash('sha256')
    .update(JSON.stringify([profile, plan.actions]))
    .digest('hex')
    .slice(0, 32);
  if (calendar) {
    calendar.write(planCalendar(plan, { id, stamp: Date.parse(`${day}T00:00:00Z`) }));
    note(oneLine(`calendar written to ${calendar.name}`));
  }
  if (resource) {
    const carePlan = toCarePlan(plan, { id, created: `${day}T00:00:00Z` });
    resource.write(`${JSON.stringify(carePlan, null, 2)}\n`);
    note(oneLine(`FHIR CarePlan written to ${resource.name}`));
  }
  if (options.json) await printJson(plan);
  else await print(textOf(plan));
};
