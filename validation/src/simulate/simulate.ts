import { createRandom, type Random } from '@zonula/numerics';
import { dateAfter, type Written, write } from './logging.ts';
import { drawMenu, type Menu } from './menu.ts';
import { createRecorder, type Recorder } from './recording.ts';
import { drawResponse, LAGS, propagated } from './response.ts';
import { drawScenario, type Scenario } from './scenario.ts';
import { type Dynamics, drawBackground, drawDynamics } from './severity.ts';
import { type TriggerTruth, truthOf } from './truth.ts';
import { type Life, live, type Person, type Trigger } from './unfold.ts';

/** A diary with known truth. `person` and `life` are what only the oracle may see. */
export interface Simulation extends Written {
  readonly seed: number;
  readonly from: string;
  readonly outcomeId: string;
  readonly person: Person;
  readonly life: Life;
  readonly truth: { readonly triggers: readonly TriggerTruth[] };
}

const BURN_IN = 70;

/**
 * One simulated person's diary. Nothing here knows how suspects are found. `fixed` overrides parts
 * of the scenario that the seed would draw. Same arguments, same diary.
 */
export function simulate(seed: number, fixed: Partial<Scenario> = {}): Simulation {
  const random = createRandom(seed);
  const scenario = drawScenario(random.fork(1), fixed);
  const forRecorder = random.fork(2);
  const recorder = createRecorder(scenario.recording, 0.02 + 0.06 * forRecorder.uniform());
  const dynamics = drawDynamics(random.fork(3), scenario, recorder);
  const menu = drawMenu(random.fork(4), scenario);
  const triggers = drawTriggers(random.fork(5), scenario, menu, dynamics, recorder);
  const forCalendar = random.fork(6);
  const firstWeekday = forCalendar.integer(7);
  // 2 January 2023 was a Monday.
  const from = dateAfter('2023-01-02', firstWeekday + 7 * forCalendar.integer(50));
  const horizon = BURN_IN + scenario.days + LAGS;
  const background = drawBackground(
    random.fork(7),
    scenario,
    dynamics,
    horizon,
    BURN_IN,
    firstWeekday,
  );
  const person = {
    scenario,
    recorder,
    dynamics,
    menu,
    triggers,
    background,
    burnIn: BURN_IN,
    horizon,
  };
  const life = live(random.fork(8), person);
  const written = write(random.fork(9), person, life, from);
  const loggedDays = Array.from(written.logged.keys())
    .filter((t) => written.logged[t] === 1)
    .map((t) => BURN_IN + t);
  return {
    ...written,
    seed,
    from,
    outcomeId: recorder.latentRange === recorder.max ? 'skin/severity' : 'skin/lesion count',
    person,
    life,
    truth: { triggers: truthOf(person, life, loggedDays) },
  };
}

/** Triggers are eaten on at least 5 % of days, so that there is something to find. */
function drawTriggers(
  random: Random,
  scenario: Scenario,
  menu: Menu,
  dynamics: Dynamics,
  recorder: Recorder,
): Trigger[] {
  const free = menu.items
    .map((_, i) => i)
    .filter((i) => menu.items[i]!.prevalence >= 0.05 && present(menu, i));
  const triggers: Trigger[] = [];
  while (triggers.length < scenario.triggers && free.length > 0) {
    const [item] = free.splice(random.integer(free.length), 1);
    const delay = scenario.delays[random.integer(scenario.delays.length)]!;
    const response = drawResponse(random, delay);
    const shape = propagated(response, dynamics.phi, 1);
    const sign = random.uniform() < 0.8 ? 1 : -1;
    const wanted = 0.08 * 5 ** random.uniform() * recorder.latentRange;
    const peak =
      sign * Math.min(wanted, largestPeak(shape, menu.items[item!]!.prevalence, dynamics));
    triggers.push({ item: item!, response, curve: shape.map((weight) => weight * peak) });
  }
  return triggers;
}

const present = (menu: Menu, item: number): boolean => {
  const habit = menu.habits[menu.items[item]!.habit]!;
  return habit.from === 0 && habit.to === 1;
};

/** No trigger may move severity more than everything else does together: 1.5 sd of the AR part. */
function largestPeak(shape: Float64Array, prevalence: number, dynamics: Dynamics): number {
  const power = shape.reduce((sum, weight) => sum + weight * weight, 0);
  return (1.5 * dynamics.sd) / Math.sqrt(prevalence * (1 - prevalence) * power);
}

export type { Scenario, TriggerTruth };
