import { type Condition, conditions, simulatePerson, type TrueTrigger } from '@zonula/axis';
import type { Finding } from '@zonula/discovery';
import { toTimeline } from '@zonula/timeline';
import { seedsOf } from '../seeds.ts';
import { countIf, mean, type Rate, rateOf, standardError } from '../statistics.ts';
import { counts, fixed, table, withInterval } from './markdown.ts';
import type { Study } from './study.ts';

/** What is true of the people of a group. */
const groups = ['nothing', 'arrow-cut', 'past-gut', 'through-gut'] as const;
type Group = (typeof groups)[number];

interface Task {
  readonly seed: number;
  readonly group: Group;
  readonly condition: Condition;
}

/** A dish that truly acts, or in truth does not, beside what was said of it. */
interface Judged {
  readonly acts: boolean;
  readonly peak: number;
  readonly claimed: boolean;
  readonly delay: number;
  readonly delayInterval: readonly [number, number] | null;
  readonly peakInterval: readonly [number, number] | null;
  /** True share of the total that the open junction carries, and the stated chance that it is most. */
  readonly share: number | null;
  readonly mostlyThroughGut: number | null;
}

interface Row extends Task {
  readonly answered: boolean;
  /** For each accusation whether it holds something that truly acts. */
  readonly claims: readonly boolean[];
  /** Largest change by any dish, in points. */
  readonly largest: number;
  readonly dishes: readonly Judged[];
}

interface Estimate {
  readonly mean: number;
  readonly error: number;
  readonly of: number;
}

interface Stratum {
  readonly name: string;
  readonly found: Rate;
  readonly dishes: Rate;
}

export interface AxisPeople {
  readonly days: number;
  readonly groups: readonly {
    readonly group: Group;
    readonly people: number;
    readonly wronglyAccused: Rate;
    readonly claims: number;
    readonly wrong: Rate;
  }[];
  readonly power: readonly Stratum[];
  readonly byCondition: readonly { readonly condition: Condition; readonly found: Rate }[];
  readonly delayCovered: Rate;
  readonly peakCovered: Rate;
  /** Stated chance that most goes through the gut, of acting dishes, by where it truly goes. */
  readonly mediation: { readonly through: Estimate; readonly past: Estimate };
}

const DAYS = 180;
const STRETCH = 100_000;
const PEOPLE: Readonly<Record<Group, number>> = {
  nothing: 1000,
  'arrow-cut': 400,
  'past-gut': 400,
  'through-gut': 400,
};
const QUICK_SHARE = 0.03;
const classes = ['dairy', 'wheat', 'egg', 'added-sugar', 'nightshade', 'histamine'] as const;
const scale = 10;

/** Strong reactions on purpose: usual ones move these skins by less than a tenth of a point a portion. */
const strong = { uptake_to_T2: 4, direct_to_skin: 2.5 } as const;

const scenarioOf = ({ seed, group, condition }: Task) => {
  const name = classes[seed % classes.length]!;
  const gut = { class: name, gut: 8, direct: 0 };
  const direct = { class: name, gut: 0, direct: 8 };
  // Direct effects have another size in the plaque than the other skins; it keeps its own gains.
  const gains = condition === 'psoriasis' ? { uptake_to_T2: 4 } : strong;
  const T2_to_skin = condition === 'psoriasis' ? 400 : 1;
  if (group === 'nothing') return { condition, settings: {}, triggers: [] };
  if (group === 'past-gut') return { condition, settings: gains, triggers: [direct] };
  const gut_arrow = group === 'arrow-cut' ? 0 : 1;
  return { condition, settings: { ...gains, T2_to_skin, gut_arrow }, triggers: [gut] };
};

const judgedOf = (
  truth: TrueTrigger | undefined,
  finding: Finding | undefined,
  claimed: boolean,
): Judged | null =>
  truth === undefined && !claimed
    ? null
    : {
        acts: truth !== undefined,
        peak: truth?.peak ?? 0,
        claimed,
        delay: truth?.delayDays ?? Number.NaN,
        delayInterval: finding?.delayDays?.interval ?? null,
        peakInterval: finding?.effect?.peakInterval ?? null,
        share: truth?.throughGut.share ?? null,
        mostlyThroughGut: finding?.throughGut?.mostlyThroughGut ?? null,
      };

/** Diaries written by the mechanism: gut wall, immune system, skin, a menu and a pen. */
export const axisPeople: Study<Task, Row, AxisPeople> = {
  name: 'axis-people',
  tasks: ({ pool, quick }) =>
    groups.flatMap((group, g) =>
      seedsOf(
        pool,
        'axis-people',
        Math.ceil(PEOPLE[group] * (quick ? QUICK_SHARE : 1)),
        g * STRETCH,
      ).map((seed, i) => ({ seed, group, condition: conditions[i % conditions.length]! })),
    ),
  run: (task, engine) => {
    const { diary, truth } = simulatePerson({
      seed: task.seed,
      index: 0,
      days: DAYS,
      scenario: scenarioOf(task),
    });
    const timeline = toTimeline(diary, { outcome: truth.outcome });
    const answer = engine(timeline, task.seed);
    const acting = new Map(truth.triggers.map((trigger) => [trigger.id, trigger]));
    const findings = new Map(answer.exposures.map((finding) => [finding.id, finding]));
    const claimed = new Set(answer.claims.flat());
    const dishes = timeline.exposures
      .filter(({ id }) => id.startsWith('food/'))
      .flatMap(({ id }) => {
        const judged = judgedOf(acting.get(id), findings.get(id), claimed.has(id));
        return judged ? [judged] : [];
      });
    return {
      ...task,
      answered: answer.status === 'ok',
      claims: answer.claims.map((members) => members.some((id) => acting.has(id))),
      largest: Math.max(0, ...dishes.map(({ peak }) => Math.abs(peak))),
      dishes,
    };
  },
  summarise: (rows) => {
    const acting = rows.filter(({ group }) => group === 'past-gut' || group === 'through-gut');
    const hit = ({ claims }: Row): boolean => claims.some((right) => right);
    const right = acting.flatMap(({ dishes }) => dishes.filter((d) => d.acts && d.claimed));
    const covered = (
      of: (d: Judged) => readonly [number, number] | null,
      what: (d: Judged) => number,
    ) => {
      const told = right.filter((dish) => of(dish) !== null);
      const inside = (dish: Judged): boolean => {
        const [low, high] = of(dish)!;
        return what(dish) >= low && what(dish) <= high;
      };
      return rateOf(countIf(told, inside), told.length);
    };
    const stated = (test: (share: number) => boolean): Estimate => {
      const told = acting
        .flatMap(({ dishes }) => dishes)
        .filter((d) => d.acts && d.share !== null && test(d.share) && d.mostlyThroughGut !== null)
        .map(({ mostlyThroughGut }) => mostlyThroughGut!);
      return {
        mean: told.length === 0 ? Number.NaN : mean(told),
        error: told.length < 2 ? Number.NaN : standardError(told),
        of: told.length,
      };
    };
    return {
      days: DAYS,
      groups: groups.map((group) => {
        const people = rows.filter((row) => row.group === group);
        const claims = people.flatMap((row) => row.claims);
        return {
          group,
          people: people.length,
          wronglyAccused: rateOf(
            countIf(people, (row) => row.claims.some((isRight) => !isRight)),
            people.length,
          ),
          claims: claims.length,
          wrong: rateOf(
            countIf(claims, (isRight) => !isRight),
            claims.length,
          ),
        };
      }),
      power: strata.map(({ name, low, high }) => {
        const inside = (size: number): boolean => size >= low && size < high;
        const people = acting.filter(({ largest }) => inside(largest));
        const dishes = acting
          .flatMap((row) => row.dishes)
          .filter((dish) => dish.acts && inside(Math.abs(dish.peak)));
        return {
          name,
          found: rateOf(countIf(people, hit), people.length),
          dishes: rateOf(
            countIf(dishes, (dish) => dish.claimed),
            dishes.length,
          ),
        };
      }),
      byCondition: conditions.map((condition) => {
        const people = acting.filter((row) => row.condition === condition && row.largest > 0);
        return { condition, found: rateOf(countIf(people, hit), people.length) };
      }),
      delayCovered: covered(
        ({ delayInterval }) => delayInterval,
        ({ delay }) => delay,
      ),
      peakCovered: covered(
        ({ peakInterval }) => peakInterval,
        ({ peak }) => peak,
      ),
      mediation: {
        through: stated((share) => share > 0.5),
        past: stated((share) => share <= 0.5),
      },
    };
  },
  chapter: (result) =>
    [
      '## People of the mechanism',
      '',
      `Diaries of ${result.days} days, written by the coupled axis of gut, immune system and skin: a menu with weekdays, pairs and phases, stress, sleep, supplements, and a pen that forgets. Nobody has measured how strongly a gut moves a skin, so these people are invented; what is true of each is known from running the model with one portion more. Reactions are strong on purpose. A change below ${fixed(scale / 1000, 2)} points counts as none.`,
      '',
      table(
        ['people', 'number', 'wrongly accused something', 'accusations', 'of these wrong'],
        result.groups.map(({ group, people, wronglyAccused, claims, wrong }) => [
          labels[group],
          String(people),
          withInterval(wronglyAccused),
          String(claims),
          withInterval(wrong),
        ]),
      ),
      '',
      'Of people in whom a food acts, by the largest change after one usual portion: was one of its dishes named? And of the single dishes:',
      '',
      table(
        ['largest change', 'people', 'something right named', 'dishes', 'named'],
        result.power.map(({ name, found, dishes }) => [
          name,
          counts(found),
          withInterval(found),
          counts(dishes),
          withInterval(dishes),
        ]),
      ),
      '',
      table(
        ['skin', 'people', 'something right named'],
        result.byCondition.map(({ condition, found }) => [
          condition,
          counts(found),
          withInterval(found),
        ]),
      ),
      '',
      `Of right accusations the stated interval (8 times in 10) held the true delay in ${withInterval(result.delayCovered)} and the true largest change in ${withInterval(result.peakCovered)}. In this model the skins answer over weeks, which is slow for a diary of this length.`,
      '',
      `Does it go through the gut? Of dishes that truly act mostly through the open junction, the stated chance of that was ${estimate(result.mediation.through)} on average; of dishes that do not, ${estimate(result.mediation.past)}.`,
    ].join('\n'),
};

const strata = [
  { name: 'below 0.1 points', low: 0.001, high: 0.1 },
  { name: '0.1 to 0.25', low: 0.1, high: 0.25 },
  { name: '0.25 to 0.5', low: 0.25, high: 0.5 },
  { name: '0.5 to 1', low: 0.5, high: 1 },
  { name: '1 and more', low: 1, high: Number.POSITIVE_INFINITY },
] as const;

const labels: Readonly<Record<Group, string>> = {
  nothing: 'react to nothing',
  'arrow-cut': 'a food opens the gut wall, no arrow to the skin',
  'past-gut': 'a food acts past the gut',
  'through-gut': 'a food acts through the gut',
};

const estimate = ({ mean: centre, error, of }: Estimate): string =>
  of === 0 ? 'not known (none was judged)' : `${fixed(centre)} ± ${fixed(error)} (${of} dishes)`;
