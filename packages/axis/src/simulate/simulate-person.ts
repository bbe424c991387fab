import { addDays, type Diary } from '@zonula/diary';
import { createRandom, type Random } from '@zonula/numerics';
import { ordinalScores, type Rater } from '../axis/measure.ts';
import { axisModel } from '../axis/models.ts';
import { type AxisCourse, simulateAxis } from '../axis/simulate-axis.ts';
import { unrolled } from '../scenario/read.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Setting } from '../settings.ts';
import { lookHours } from './hours.ts';
import { eventsOf, flareOf, type ImposedFood, imposed, type Life, live } from './life.ts';
import { drawCondition, drawProfile, type Profile } from './profile.ts';
import { raterOf, scaleMost } from './score.ts';
import { actingIn, type Truth, truthOf } from './truth.ts';
import { write } from './write.ts';

export interface SimulateRequest {
  readonly seed: number;
  /** Which person of this seed, from 0. */
  readonly index: number;
  /** Length of the diary in days. */
  readonly days: number;
  /** Settles condition, settings, triggers and events; everything else is drawn. */
  readonly scenario?: Pick<Scenario, 'condition' | 'settings' | 'triggers' | 'events' | 'noise'>;
  /** A food that is had by a plan on some days, as in a trial. */
  readonly imposed?: ImposedFood;
}

/** What is true of one person and their diary; plain values. */
export interface PersonTruth extends Truth {
  readonly condition: string;
  readonly from: string;
  readonly days: number;
  readonly writtenDays: number;
  readonly outcome: string;
  readonly gutArrow: number;
  readonly reactsTo: readonly object[];
  readonly settings: readonly Setting[];
  readonly noise: object;
  readonly habits: object;
  readonly logging: object;
  readonly hidden: readonly (readonly [date: string, ids: readonly string[]])[];
}

export interface SimulatedPerson {
  readonly diary: Diary;
  readonly truth: PersonTruth;
}

const burnIn = 60;
const looks = lookHours.length;

/** How strongly junctions that stand open are felt, and what else the belly does. */
const bellySlope = 8;
const bellyNoise = 0.08;

/** Which skin the person of this request has. */
export const conditionOf = ({ seed, index, scenario = {} }: Omit<SimulateRequest, 'days'>) =>
  scenario.condition ?? drawCondition(createRandom(seed).fork(index).fork(1));

/** Lives, feels and writes; the same request gives the same bytes. */
export const simulatePerson = ({
  seed,
  index,
  days,
  scenario = {},
  imposed: plan,
}: SimulateRequest): SimulatedPerson => {
  const random = createRandom(seed).fork(index);
  const { condition, triggers } = scenario;
  const settings = Object.entries(scenario.settings ?? {});
  const drawn = drawProfile(random.fork(1), { condition, settings, triggers });
  const profile = scenario.noise ? { ...drawn, noise: scenario.noise } : drawn;
  const calendar = random.fork(2);
  const firstWeekday = calendar.integer(7);
  // 1 January 2024 was a Monday; the diary begins on any day of the year that follows.
  const from = addDays('2024-01-01', 7 * calendar.integer(52) + firstWeekday);
  const own = live(profile, days, burnIn, (firstWeekday + 7 * burnIn - burnIn) % 7, random.fork(3));
  const life = plan === undefined ? own : imposed(own, plan);
  const course = courseOf(profile, life, scenario, random.fork(4));
  const severity = evenings(course.course('severity'), life);
  const rater = raterOf(profile, severity);
  const scores = {
    skin: ordinalScores(severity, rater, random.fork(5)),
    gut: bellyOf(profile, course, life, random.fork(6)),
  };
  const { diary, hidden, writtenDays } = write(life, scores, profile.logging, from, random.fork(7));
  const truth = truthOf(profile.person, life, averageState(course, life), rater);
  return {
    diary,
    truth: { ...factsOf(profile, life, rater), from, days, writtenDays, ...truth, hidden },
  };
};

const courseOf = (
  profile: Profile,
  life: Life,
  { events = [] }: NonNullable<SimulateRequest['scenario']>,
  random: Random,
): AxisCourse => {
  const planned = unrolled(events, life.days - burnIn);
  return simulateAxis({
    ...profile.person,
    events: [
      ...eventsOf(life, actingIn(profile.person)),
      ...planned.map((event) => ({ ...event, day: event.day + burnIn })),
    ],
    days: life.days,
    times: Float64Array.from(
      { length: life.days * looks },
      (_, k) => Math.floor(k / looks) + lookHours[k % looks]!,
    ),
    steps: flareOf(profile, life, random),
  });
};

/** The last look of each day of the diary. */
const evenings = (course: Float64Array, { days }: Life): Float64Array =>
  Float64Array.from(
    { length: days - burnIn },
    (_, day) => course[(burnIn + day) * looks + looks - 1]!,
  );

/** How the belly feels, 0 to 10: how far the junctions stood open that day, and chance. */
const bellyOf = (
  { gutError }: Profile,
  course: AxisCourse,
  life: Life,
  random: Random,
): Float64Array => {
  const opening = course.course('junctionOpening');
  const rest = course.parameters[course.model.parameterNames.indexOf('junction_rest')]!;
  let x = 0;
  return Float64Array.from({ length: life.days - burnIn }, (_, day) => {
    const own = random.fork(day);
    let open = 0;
    for (let k = 0; k < looks; k++) open += opening[(burnIn + day) * looks + k]! / looks;
    x = 0.6 * x + bellyNoise * own.normal();
    const felt = 0.12 + 0.6 * (1 - Math.exp(-bellySlope * Math.max(0, open - rest))) + x;
    const written = Math.round(scaleMost * (felt + gutError * own.normal()));
    return Math.min(scaleMost, Math.max(0, written));
  });
};

/** Mean of each state over the evenings of the diary, within the range a start may have. */
const averageState = (course: AxisCourse, life: Life): readonly Setting[] => {
  const { stateNames, definition } = course.model;
  return stateNames.map((name): Setting => {
    const values = evenings(course.course(name), life);
    const [least, most] = definition.states[name]!.range;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return [name, Math.min(most, Math.max(least, mean))];
  });
};

const factsOf = (profile: Profile, { practices }: Life, { error, middle }: Rater) => {
  const { person, noise, logging, cycle, comfort, adherence, stress, sleep } = profile;
  const { condition, settings, triggers } = person;
  const value =
    new Map(settings).get('gut_arrow') ?? //
    axisModel(condition).definition.parameters.gut_arrow!.value;
  return {
    condition,
    outcome: 'skin/severity',
    gutArrow: value,
    reactsTo: triggers,
    settings,
    noise: {
      skin: noise,
      cycle: cycle?.strength ?? 0,
      rater: { errorPoints: error * scaleMost, middle },
      gut: { errorPoints: profile.gutError * scaleMost, driftPoints: bellyNoise * scaleMost },
    },
    habits: { comfort, adherence, stress, sleep, practices: practices.map(({ name }) => name) },
    logging,
  };
};
