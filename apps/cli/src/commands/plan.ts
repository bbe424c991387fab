import { type ClassKey, classKeys } from '@zonula/foods';
import { type Command, InvalidArgumentError } from 'commander';
import { several, withCommonOptions } from '../options.ts';
import type { PlanOptions } from '../plan/run-plan.ts';
import { neededProfile } from '../triage/needed-profile.ts';

const parseClass = (text: string): ClassKey => {
  const key = classKeys.find((one) => one === text);
  if (key === undefined)
    throw new InvalidArgumentError(`A class of foods is needed: ${classKeys.join(', ')}.`);
  return key;
};

export const addPlan = (program: Command): void => {
  withCommonOptions(program.command('plan'))
    .description(
      'make a plan over gut, stress, skin, sleep and who to see, at most three things at a time',
    )
    .option(
      '--profile <file.json>',
      'your answers: conditions, allergies, what you eat, goals and so on',
    )
    .option('--diary <file>', 'your diary: nutrients and suspects come from it')
    .option(
      '--without <class>',
      'say what goes with a class of foods, such as dairy; may be given several times',
      several(parseClass),
    )
    .option('--ics <file.ics>', 'write the plan for a calendar')
    .option('--fhir <file.json>', 'write the plan as a FHIR R4 CarePlan')
    .action(async (options: PlanOptions) => {
      const profile = neededProfile(options);
      const { runPlan } = await import('../plan/run-plan.ts');
      await runPlan(profile, options);
    });
};
