import { type TrialDesign, trialDays } from '../design.ts';
import { addDays } from '../schedule/dates.ts';
import type { ScheduleEntry } from '../schedule/schedule.ts';
import type { Check } from './document.ts';

/** Days between two looks at weight and mood while a food is out. */
const checkEvery = 14;

/** Days on which the person stops and looks: weight and mood in trials with food, the middle of a long elimination, looks that were declared. */
export const checksFor = (
  design: TrialDesign,
  schedule: readonly ScheduleEntry[],
  start: string,
  food: boolean,
): readonly Check[] => {
  const checks: Check[] = [];
  if (food)
    for (let day = checkEvery; day < trialDays(design); day += checkEvery)
      checks.push({
        on: addDays(start, day),
        kind: 'weight-and-mood',
        text: 'Has your weight gone down, or your mood? Does eating frighten you? Then stop the trial.',
      });
  if (design.kind === 'elimination-reintroduction' && design.midStop !== null)
    checks.push({
      on: addDays(start, design.baselineDays + design.midStop),
      kind: 'mid-stop',
      text: 'Half of the time without is over. Go on only if you feel well. Stop if your skin or your mood got worse.',
    });
  const drawn = schedule.filter(({ block }) => block !== null);
  for (const look of design.looks) {
    const period = drawn[look - 1];
    if (period !== undefined)
      checks.push({
        on: addDays(period.to, 1),
        kind: 'look',
        text: `${look} periods are over. The result may be looked at now, as the plan says.`,
      });
  }
  return checks.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};
