import { type Condition, conditions, simulatePerson, type TrueTrigger } from '@zonula/axis';
import type { Finding } from '@zonula/discovery';
import { toTimeline } from '@zonula/timeline';
import { seedsOf } from '../seeds.ts';
import { countIf, mean, type Rate, rateOf, standardError } from '../statistics.ts';
import {
  type AxisPersonTask,
  conditionsOf,
  daysOf,
  type Group,
  groupLabels,
  groups,
  peopleOf,
  scenarioOf,
} from './axis-people-groups.ts';
import { counts, fixed, table, withInterval } from './markdown.ts';
import type { Study } from './study.ts';

/** A dish that truly acts, or in truth does not, beside what was said of it. */
interface Judged {
  readonly acts: boolean;
  readonly peak: number;
  readonly claimed: boolean;
  readonly delay: number;
  readonly statedDelay: number | null;
  readonly delayInterval: readonly [number, number] | null;
  readonly peakInterval: readonly [number, number] | null;
  /** True share of the total that the open junction carries, and the stated chance that it is most. */
  readonly share: number | null;
  readonly mostlyThroughGut: number | null;
}

interface Row extends AxisPersonTask {
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
  readonly groups: readonly {
    readonly group: Group;
    readonly days: number;
    readonly people: number;
    readonly wronglyAccused: Rate;
    readonly claims: number;
    readonly wrong: Rate;
  }[];
  readonly power: readonly Stratum[];
  readonly byCondition: readonly { readonly condition: Condition; readonly found: Rate }[];
  /** Of right accusations: true and stated days of delay, and the interval. */
  readonly delay: { readonly truly: Estimate; readonly stated: Estimate };
  readonly delayCovered: Rate;
  readonly peakCovered: Rate;
  /** Stated chance that most goes through the gut, of acting dishes, by where it truly goes. */
  readonly mediation: { readonly through: Estimate; readonly past: Estimate };
}

const STRETCH = 100_000;
const scale = 10;

const QUICK_SHARE = 0.05;

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
        statedDelay: finding?.delayDays?.mean ?? null,
        delayInterval: finding?.delayDays?.interval ?? null,
        peakInterval: finding?.effect?.peakInterval ?? null,
        share: truth?.throughGut.share ?? null,
        mostlyThroughGut: finding?.throughGut?.mostlyThroughGut ?? null,
      };

/** Diaries written by the mechanism: gut wall, immune system, skin, a menu and a pen. */
export const axisPeople: Study<AxisPersonTask, Row, AxisPeople> = {
  name: 'axis-people',
  tasks: ({ pool, quick }) =>
    groups.flatMap((group, g) =>
      seedsOf(
        pool,
        'axis-people',
        Math.ceil(peopleOf[group] * (quick ? QUICK_SHARE : 1)),
        g * STRETCH,
      ).map((seed, i) => {
        const own = conditionsOf(group);
        return { seed, group, condition: own[i % own.length]! };
      }),
    ),
  run: (task, engine) => {
    const { diary, truth } = simulatePerson({
      seed: task.seed,
      index: 0,
      days: daysOf(task.group),
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
    const acting = rows.filter(({ group }) => group !== 'nothing' && group !== 'arrow-cut');
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
    const estimateOf = (told: readonly number[]): Estimate => ({
      mean: told.length === 0 ? Number.NaN : mean(told),
      error: told.length < 2 ? Number.NaN : standardError(told),
      of: told.length,
    });
    const stated = (test: (share: number) => boolean): Estimate =>
      estimateOf(
        acting
          .flatMap(({ dishes }) => dishes)
          .filter((d) => d.acts && d.share !== null && test(d.share) && d.mostlyThroughGut !== null)
          .map(({ mostlyThroughGut }) => mostlyThroughGut!),
      );
    const timed = right.filter(({ statedDelay }) => statedDelay !== null);
    return {
      groups: groups.map((group) => {
        const people = rows.filter((row) => row.group === group);
        const claims = people.flatMap((row) => row.claims);
        return {
          group,
          days: daysOf(group),
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
      delay: {
        truly: estimateOf(timed.map(({ delay }) => delay)),
        stated: estimateOf(timed.map(({ statedDelay }) => statedDelay!)),
      },
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
      `Diaries written by the coupled axis of gut, immune system and skin: a menu with weekdays, pairs and phases, stress, sleep, supplements, and a pen that forgets. Nobody has measured how strongly a gut moves a skin, so these people are invented; what is true of each is known from running the model with one portion more. Reactions are strong on purpose; the last two groups have skins that answer within days and foods eaten now and then, the best case for a diary. A change below ${fixed(scale / 1000, 2)} points counts as none.`,
      '',
      table(
        ['people', 'days', 'number', 'wrongly accused something', 'accusations', 'of these wrong'],
        result.groups.map(({ group, days, people, wronglyAccused, claims, wrong }) => [
          groupLabels[group],
          String(days),
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
      `Of right accusations the true delay in days was ${estimate(result.delay.truly, 1)} on average and the stated one ${estimate(result.delay.stated, 1)}. The stated interval (8 times in 10) held the true delay in ${withInterval(result.delayCovered)} and the true largest change in ${withInterval(result.peakCovered)}. Usual skins of this model answer over weeks, which is slow for a diary of half a year.`,
      '',
      `Does it go through the gut? Of dishes that truly act mostly through the open junction, the stated chance of that was ${estimate(result.mediation.through)} on average; of dishes that do not, ${estimate(result.mediation.past)}. In these people bloating follows the junction, but only what is eaten at the time passes it: a day of bloating without the food does nothing to the skin, so a diary of bloating can hardly see this path.`,
    ].join('\n'),
};

const strata = [
  { name: 'below 0.1 points', low: 0.001, high: 0.1 },
  { name: '0.1 to 0.25', low: 0.1, high: 0.25 },
  { name: '0.25 to 0.5', low: 0.25, high: 0.5 },
  { name: '0.5 to 1', low: 0.5, high: 1 },
  { name: '1 and more', low: 1, high: Number.POSITIVE_INFINITY },
] as const;

const estimate = ({ mean: centre, error, of }: Estimate, digits = 2): string =>
  of === 0
    ? 'not known (none was judged)'
    : `${fixed(centre, digits)} ± ${fixed(error, digits)} (${of} dishes)`;
