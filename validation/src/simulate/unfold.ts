import type { Random } from '@zonula/numerics';
import { eat, type Menu } from './menu.ts';
import type { Recorder } from './recording.ts';
import { doseWeight, LAGS, type Response, stateWeight } from './response.ts';
import type { Scenario } from './scenario.ts';
import type { Background, Dynamics } from './severity.ts';

/** An exposure that truly acts on the outcome. */
export interface Trigger {
  /** Index into the menu's items. */
  readonly item: number;
  readonly response: Response;
  /** Latent response by lag to one usual portion (state weight 1), after propagation. */
  readonly curve: Float64Array;
}

/** Everything about one person that is fixed before the first day. */
export interface Person {
  readonly scenario: Scenario;
  readonly recorder: Recorder;
  readonly dynamics: Dynamics;
  readonly menu: Menu;
  readonly triggers: readonly Trigger[];
  readonly background: Background;
  /** Days before the diary and days after it that are simulated but never written. */
  readonly burnIn: number;
  readonly horizon: number;
}

/** The life behind a diary, day 0 of which is index `burnIn`. */
export interface Life {
  /** Latent severity without measurement error. */
  readonly latent: Float64Array;
  /** Latent severity in the morning: without today's exposures. */
  readonly morning: Float64Array;
  /** Doses by item and day. */
  readonly doses: readonly Float64Array[];
  /** What each trigger put into its curve each day. */
  readonly inputs: readonly Float64Array[];
}

/** Mean of the summed effects of all triggers in the long run, so that they do not shift the level. */
function meanEffect(person: Pick<Person, 'menu' | 'triggers'>): number {
  let mean = 0;
  for (const { item, response, curve } of person.triggers) {
    const p = person.menu.items[item]!.prevalence;
    const portions = response.doseResponse === 'two-in-a-row' ? p * p : p;
    mean += portions * curve.reduce((a, b) => a + b, 0);
  }
  return mean;
}

/** Lives through every day: severity moves the menu, the menu moves severity. */
export function live(random: Random, person: Person): Life {
  const { scenario, dynamics, menu, triggers, background, burnIn, horizon } = person;
  const latent = new Float64Array(horizon);
  const morning = new Float64Array(horizon);
  const doses = menu.items.map(() => new Float64Array(horizon));
  const inputs = triggers.map(() => new Float64Array(horizon));
  const active = new Uint8Array(menu.habits.length);
  const today = new Float64Array(menu.items.length);
  const offset = dynamics.mean - meanEffect(person);
  const spread = Math.hypot(dynamics.sd, dynamics.stress, dynamics.sleep);
  let state = 0;
  for (let t = 0; t < horizon; t++) {
    state = dynamics.phi * state + background.innovations[t]!;
    let severity = offset + background.level[t]! + state + covariates(dynamics, background, t);
    triggers.forEach(({ curve }, j) => {
      for (let lag = 1; lag < LAGS && lag <= t; lag++)
        severity += curve[lag]! * inputs[j]![t - lag]!;
    });
    morning[t] = severity;
    const felt = t === 0 ? dynamics.mean : reactedTo(scenario, morning, latent, t);
    const day = {
      weekend: background.weekend[t] === 1,
      progress: (t - burnIn) / (scenario.days - 1),
      severity: Math.min(Math.max((felt - dynamics.mean) / spread, -3), 3),
      stress: background.stress[t]!,
    };
    eat(random, menu, day, active, today);
    today.forEach((dose, i) => {
      doses[i]![t] = dose;
    });
    triggers.forEach((trigger, j) => {
      const series = doses[trigger.item]!;
      const weight = stateWeight(trigger.response, t === 0 ? 0.5 : share(person, latent[t - 1]!));
      inputs[j]![t] = weight * doseWeight(trigger.response, series[t]!, t > 0 ? series[t - 1]! : 0);
      severity += trigger.curve[0]! * inputs[j]![t]!;
    });
    latent[t] = severity;
  }
  return { latent, morning, doses, inputs };
}

export function covariates(dynamics: Dynamics, background: Background, t: number): number {
  return (
    dynamics.weekend * background.weekend[t]! +
    dynamics.stress * background.stress[t]! +
    dynamics.sleep * background.sleep[t]!
  );
}

/** Latent severity as a share of the scale (lesions: of 2.5 sd either side of the mean). */
export function share(person: Pick<Person, 'recorder' | 'dynamics'>, latent: number): number {
  const { recorder, dynamics } = person;
  if (recorder.latentRange === recorder.max) return latent / recorder.max;
  return 0.5 + (latent - dynamics.mean) / (5 * dynamics.sd);
}

function reactedTo(
  scenario: Scenario,
  morning: Float64Array,
  latent: Float64Array,
  t: number,
): number {
  if (scenario.reverseCausation === 'today') return morning[t]!;
  if (scenario.reverseCausation === 'yesterday') return latent[t - 1]!;
  const days = Math.min(t, 7);
  let sum = 0;
  for (let back = 1; back <= days; back++) sum += latent[t - back]!;
  return sum / days;
}
