/**
 * People of the coupled axis as subjects of a trial: the mechanism writes their days, the trial sees
 * only a rounded score. The truth is the change of their severity under unbroken exposure, and the
 * share of it that is gone when their gut wall is held at rest.
 */
import { type Condition, drawPerson, noiseOf, type Setting, simulateAxis } from '@zonula/axis';
import { createRandom, type Random } from '@zonula/numerics';
import {
  type Assignment,
  drawAssignment,
  type EliminationReintroduction,
  estimateEffect,
  estimateOf,
  kernelsFrom,
  periodsOf,
  settlingDays,
  type TrialData,
  trialDays,
} from '@zonula/trial';

export interface SubjectTask {
  readonly seed: number;
  readonly condition: Condition;
}

export type SubjectRow = SubjectTask &
  (
    | { readonly bearable: false }
    | {
        readonly bearable: true;
        readonly days: number;
        /** Change in the second period of unbroken exposure, points of the score from 0 to 10. */
        readonly truth: number;
        readonly estimate: number;
        readonly interval: readonly [number, number];
        /** The estimate of the same trial without ups and downs of the skin's own, errors of the score and gaps. */
        readonly undisturbed: number;
        /** Share of the effect through the gut wall. */
        readonly share: number;
        readonly shareEstimate: number;
        readonly shareInterval: readonly [number, number];
      }
  );

const longestPeriod = 56;
const repeats = 5;
const points = 10;
/** Share of the response that a period waits for, when it comes and when it goes. */
const settled = 0.8;
const scoreError = 0.7;

export function runSubject(task: SubjectTask): SubjectRow {
  const random = createRandom(task.seed);
  const person = drawPerson(task.condition, random.fork(1));
  const settings: Setting[] = [
    ...(person.settings ?? []).filter(([name]) => name !== 'gut_arrow'),
    ['gut_arrow', 1],
  ];
  const triggers = [{ class: 'dairy', gut: 8 * random.uniform(), direct: 1.5 * random.uniform() }];
  const severityOf = (
    eats: (day: number) => boolean,
    days: number,
    held: boolean,
    noisy = true,
  ) => {
    const events = Array.from({ length: days }, (_, day) => day)
      .filter(eats)
      .map((day) => ({
        day: day + 0.5,
        kind: 'meal',
        doses: [{ class: 'dairy', portions: 2 }],
      }));
    return simulateAxis({
      ...person,
      settings: held ? [...settings, ['junction_clamp', 1]] : settings,
      triggers,
      events,
      steps: noisy ? noiseOf(days, { spread: 0.3, memoryDays: 4 }, createRandom(task.seed)) : [],
      days,
    }).course('severity');
  };
  const calm = (eats: (day: number) => boolean, days: number) =>
    severityOf(eats, days, false, false);
  const curve = responseCurve(calm);
  const delay = { mean: 0, interval: [0, 0] as const };
  const settling = Math.max(settlingDays({ curve, delay }, settled), fadingDays(calm));
  const periodDays = settling + 4;
  if (periodDays > longestPeriod) return { ...task, bearable: false };
  const design: EliminationReintroduction = {
    kind: 'elimination-reintroduction',
    baselineDays: 0,
    eliminationDays: 14,
    midStop: null,
    washoutDays: Math.floor(periodDays / 2),
    periodDays: Math.ceil(periodDays / 2),
    repeats,
    order: 'free',
    looks: [],
  };
  const assignment = drawAssignment(design, random);
  const days = trialDays(design);
  const lasting = (held: boolean): number => {
    const [eating, not] = [true, false].map((eats) =>
      severityOf(() => eats, 2 * periodDays, held),
    ) as [Float64Array, Float64Array];
    return points * (meanFrom(eating, periodDays) - meanFrom(not, periodDays));
  };
  const eaten = exposureOf(design, assignment, days);
  const trial = (held: boolean, label: number): Float64Array => {
    const severity = severityOf((day) => eaten[day] === 1, days, held);
    const data = scored(design, assignment, severity, random.fork(label));
    return estimateEffect(data, kernelsFrom(curve), 800, random.fork(label + 1)).effect;
  };
  const [open, held] = [trial(false, 10), trial(true, 20)];
  const smooth = calm((day) => eaten[day] === 1, days);
  const speck = random.fork(29);
  const undisturbed = estimateEffect(
    {
      design,
      periods: periodsOf(design, assignment),
      // A hundredth of a point, since the model needs something that it does not explain.
      outcome: Float64Array.from(
        { length: days },
        (_, day) => points * smooth[day + 1]! + 0.01 * speck.normal(),
      ),
      exposure: null,
    },
    kernelsFrom(curve),
    800,
    random.fork(30),
  ).effect;
  const shares = open.map((effect, i) => 1 - held[i]! / effect);
  const effect = estimateOf(open, 0.95);
  const share = estimateOf(shares, 0.95);
  const [truth, truthHeld] = [lasting(false), lasting(true)];
  return {
    ...task,
    bearable: true,
    days,
    truth,
    estimate: effect.mean,
    interval: effect.interval,
    undisturbed: estimateOf(undisturbed, 0.95).mean,
    share: 1 - truthHeld / truth,
    shareEstimate: [...shares].sort((a, b) => a - b)[shares.length / 2]!,
    shareInterval: share.interval,
  };
}

/** Points per day after one portion, from how the severity goes to its new level when eating begins. */
function responseCurve(
  severity: (eats: (day: number) => boolean, days: number) => Float64Array,
): number[] {
  const days = 2 * longestPeriod;
  const [with_, without] = [severity(() => true, days), severity(() => false, days)];
  // The run begins at rest without the food, so the difference is the step response.
  const step = Array.from(with_, (value, day) => value - without[day]!);
  return step.slice(1).map((value, day) => value - step[day]!);
}

/** Days after the last of many portions until a fifth of the response is left; more than the longest period where it stays. */
function fadingDays(
  severity: (eats: (day: number) => boolean, days: number) => Float64Array,
): number {
  const stop = 2 * longestPeriod;
  const [stopped, never] = [
    severity((day) => day < stop, stop + 2 * longestPeriod),
    severity(() => false, stop + 2 * longestPeriod),
  ];
  const left = Array.from(stopped, (value, day) => value - never[day]!).slice(stop);
  const days = left.findIndex((value) => value <= (1 - settled) * left[0]!);
  return days < 0 ? left.length : days;
}

const meanFrom = (values: Float64Array, from: number): number => {
  const late = values.slice(Math.floor(from));
  return late.reduce((a, b) => a + b, 0) / late.length;
};

function exposureOf(
  design: EliminationReintroduction,
  assignment: Assignment,
  days: number,
): Uint8Array {
  const eaten = new Uint8Array(days);
  for (const { arm, start, days: length } of periodsOf(design, assignment))
    if (arm === 'with') eaten.fill(1, start, start + length);
  return eaten;
}

/** What the person writes down in the evening, every tenth day not. */
function scored(
  design: EliminationReintroduction,
  assignment: Assignment,
  severity: Float64Array,
  random: Random,
): TrialData {
  const outcome = Float64Array.from({ length: trialDays(design) }, (_, day) => {
    if (random.uniform() < 0.1) return Number.NaN;
    const score = points * severity[day + 1]! + scoreError * random.normal();
    return Math.min(points, Math.max(0, Math.round(score)));
  });
  return { design, periods: periodsOf(design, assignment), outcome, exposure: null };
}
