import { doseWeight, LAGS, stateWeight } from './response.ts';
import { type Life, type Person, share } from './unfold.ts';

/** What one trigger truly does, in outcome points per usual portion. */
export interface TriggerTruth {
  readonly id: string;
  readonly delayClass: string;
  readonly shape: string;
  readonly doseResponse: string;
  readonly route: string;
  readonly simple: boolean;
  /** Mean change of the recorded outcome by day after one usual portion; index 0 is that day. */
  readonly impulseResponse: readonly number[];
  /** The largest change, with its sign. */
  readonly peak: number;
  readonly total: number;
  /** Centre of mass of the absolute response, in days; NaN when the response is zero throughout. */
  readonly delay: number;
}

/**
 * Change of latent severity from `day` on if the dose of `item` on that day had been `portion`,
 * all other doses and all shocks being the same. LAGS values; day + LAGS must lie in the horizon.
 */
export function changeOfPath(
  person: Person,
  life: Life,
  item: number,
  day: number,
  portion: number,
): Float64Array {
  const { triggers } = person;
  const change = new Float64Array(LAGS);
  /** Pairs of lag and change of input; few days are touched, so few are kept. */
  const inputChanges = triggers.map((): [lag: number, change: number][] => []);
  for (let lag = 0; lag < LAGS; lag++) {
    const t = day + lag;
    const before = lag === 0 ? 0 : change[lag - 1]!;
    const state = share(person, life.latent[t - 1]! + before);
    triggers.forEach((trigger, i) => {
      const doses = life.doses[trigger.item]!;
      const doseOn = (s: number): number =>
        s === day && trigger.item === item ? portion : doses[s]!;
      const input =
        stateWeight(trigger.response, state) *
        doseWeight(trigger.response, doseOn(t), doseOn(t - 1));
      const difference = input - life.inputs[i]![t]!;
      if (difference !== 0) inputChanges[i]!.push([lag, difference]);
      for (const [start, size] of inputChanges[i]!) {
        change[lag] = change[lag]! + trigger.curve[lag - start]! * size;
      }
    });
  }
  return change;
}

/**
 * Truth of every trigger: the expected recorded outcome with one usual portion minus that with
 * none, averaged over the given days (those with an entry; indices into the horizon), errors of
 * measurement averaged out exactly.
 */
export function truthOf(person: Person, life: Life, days: readonly number[]): TriggerTruth[] {
  const { expected } = person.recorder;
  return person.triggers.map(({ item, response }) => {
    const mean = new Float64Array(LAGS);
    for (const day of days) {
      const eaten = changeOfPath(person, life, item, day, 1);
      const not = changeOfPath(person, life, item, day, 0);
      for (let lag = 0; lag < LAGS; lag++) {
        const base = life.latent[day + lag]!;
        mean[lag]! += (expected(base + eaten[lag]!) - expected(base + not[lag]!)) / days.length;
      }
    }
    const { delayClass, shape, doseResponse, route, simple } = response;
    return {
      id: person.menu.items[item]!.id,
      delayClass,
      shape,
      doseResponse,
      route,
      simple,
      impulseResponse: Array.from(mean),
      ...summary(mean),
    };
  });
}

function summary(curve: Float64Array): { peak: number; total: number; delay: number } {
  let peak = 0;
  let total = 0;
  let mass = 0;
  let moment = 0;
  curve.forEach((points, lag) => {
    if (Math.abs(points) > Math.abs(peak)) peak = points;
    total += points;
    mass += Math.abs(points);
    moment += lag * Math.abs(points);
  });
  return { peak, total, delay: moment / mass };
}
