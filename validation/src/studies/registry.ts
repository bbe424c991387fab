import { enumeration } from '../exact/enumeration.ts';
import { knownDynamics } from '../exact/known-dynamics.ts';
import { drawFromPrior } from '../exact/prior.ts';
import { sbc } from '../exact/sbc.ts';
import { stan } from '../exact/stan.ts';
import { axisPeople } from './axis-people.ts';
import { axisRobustness } from './axis-robustness.ts';
import { axisTrials } from './axis-trials.ts';
import { calibrationWith } from './calibration.ts';
import { cohorts } from './cohorts.ts';
import { falseAccusations } from './false-accusations.ts';
import { forecast } from './forecast.ts';
import { golden } from './golden.ts';
import { hopeless } from './hopeless.ts';
import { hours } from './hours.ts';
import { panel } from './panel.ts';
import { power } from './power.ts';
import { shifted } from './shifted.ts';
import type { SeededTask, Study } from './study.ts';
import { trialIntervals } from './trial-intervals.ts';
import { trials } from './trials.ts';

/** A study whose types only it knows; tasks and rows go through unread. */
export type AnyStudy = Study<SeededTask, unknown, unknown>;

const erased = <Task extends SeededTask, Row, Result>(study: Study<Task, Row, Result>): AnyStudy =>
  study as unknown as AnyStudy;

/** In the order of the report's chapters. */
export const studies: readonly AnyStudy[] = [
  erased(falseAccusations),
  erased(shifted),
  erased(power),
  erased(hours),
  erased(axisPeople),
  erased(knownDynamics),
  erased(forecast),
  erased(calibrationWith(drawFromPrior)),
  erased(sbc),
  erased(enumeration),
  erased(stan),
  erased(trials),
  erased(trialIntervals),
  erased(axisTrials),
  erased(cohorts),
  erased(panel),
  erased(golden),
  erased(hopeless),
  erased(axisRobustness),
];

/** Throws RangeError for an unknown name. */
export function studyNamed(name: string): AnyStudy {
  const study = studies.find((candidate) => candidate.name === name);
  if (study === undefined) {
    throw new RangeError(`no study "${name}"; known: ${studies.map((s) => s.name).join(', ')}`);
  }
  return study;
}
