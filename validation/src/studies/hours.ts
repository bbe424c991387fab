import { type Timeline, toTimeline } from '@zonula/timeline';
import { seedsOf } from '../seeds.ts';
import { hourlyFeatures, simulateHours, type TimedSimulation } from '../simulate/hours.ts';
import { countIf, type Rate, rateOf } from '../statistics.ts';
import { counts, table, withInterval } from './markdown.ts';
import type { Study } from './study.ts';

interface Task {
  readonly seed: number;
  readonly days: number;
  /** Number of foods that act within hours. */
  readonly triggers: number;
}

interface Row extends Task {
  readonly features: TimedSimulation['features'];
  /** Answered with the times of day, and from the same diary without them. */
  readonly timed: Verdict;
  readonly untimed: Verdict;
  readonly acting: readonly { readonly peak: number; readonly hours: number }[];
}

interface Verdict {
  readonly claims: number;
  readonly wrong: number;
  /** Per trigger, whether a claim of at most three holds it. */
  readonly found: readonly boolean[];
}

interface Compared {
  readonly timed: Rate;
  readonly untimed: Rate;
}

export interface Hours {
  readonly accused: Compared;
  readonly byFeature: readonly { readonly name: string; readonly accused: Compared }[];
  readonly found: readonly { readonly name: string; readonly found: Compared }[];
  readonly wrong: Compared;
}

const lengths = [60, 120, 240] as const;
const NULL_DIARIES = 400;
const DIARIES_WITH_TRIGGERS = 150;
const QUICK_SHARE = 0.05;
const STRETCH = 100_000;
const MOST_MEMBERS = 3;

const sizes = [
  { name: '10 to 20 % of the scale', has: (peak: number) => peak < 0.2 },
  { name: '20 to 35 %', has: (peak: number) => peak >= 0.2 && peak < 0.35 },
  { name: '35 to 50 %', has: (peak: number) => peak >= 0.35 },
] as const;

const delays = [
  { name: 'at its largest within 2 hours', has: (hours: number) => hours < 2 },
  { name: 'after 2 to 6 hours', has: (hours: number) => hours >= 2 },
] as const;

const withoutTimes = (timeline: Timeline): Timeline => ({
  ...timeline,
  outcomes: timeline.outcomes.map((outcome) => ({ ...outcome, timed: null })),
  exposures: timeline.exposures.map((exposure) => ({ ...exposure, timed: null })),
});

/** Meals and pain with their times: is anything accused in which nothing acts, and what acts within hours, is it found? */
export const hours: Study<Task, Row, Hours> = {
  name: 'hours',
  tasks: ({ pool, quick }) =>
    [0, 1].flatMap((acting, k) => {
      const whole = acting === 0 ? NULL_DIARIES : DIARIES_WITH_TRIGGERS;
      const number = Math.ceil(whole * (quick ? QUICK_SHARE : 1));
      return seedsOf(pool, 'hours', number, k * STRETCH).map((seed, i) => ({
        seed,
        days: lengths[i % lengths.length]!,
        triggers: acting === 0 ? 0 : 1 + (i % 2),
      }));
    }),
  run: (task, engine) => {
    const { diary, outcomeId, triggers, features } = simulateHours(
      task.seed,
      task.days,
      task.triggers,
    );
    const timeline = toTimeline(diary, { outcome: outcomeId });
    const acting = new Set(triggers.map(({ id }) => id));
    const verdictOf = (asked: Timeline): Verdict => {
      const { claims } = engine(asked, task.seed);
      const small = claims.filter(({ length }) => length <= MOST_MEMBERS);
      return {
        claims: claims.length,
        wrong: countIf(claims, (members) => !members.some((id) => acting.has(id))),
        found: triggers.map(({ id }) => small.some((members) => members.includes(id))),
      };
    };
    return {
      ...task,
      features,
      timed: verdictOf(timeline),
      untimed: verdictOf(withoutTimes(timeline)),
      acting: triggers.map(({ peak, hours }) => ({ peak, hours })),
    };
  },
  summarise: (rows) => {
    const nulls = rows.filter(({ triggers }) => triggers === 0);
    const others = rows.filter(({ triggers }) => triggers > 0);
    const compared = (of: (which: 'timed' | 'untimed') => Rate): Compared => ({
      timed: of('timed'),
      untimed: of('untimed'),
    });
    const accusedOf = (group: readonly Row[]): Compared =>
      compared((which) =>
        rateOf(
          countIf(group, (row) => row[which].claims > 0),
          group.length,
        ),
      );
    const foundOf = (has: (peak: number, hours: number) => boolean): Compared =>
      compared((which) => {
        const found = others.flatMap(({ acting, [which]: verdict }) =>
          acting.flatMap(({ peak, hours }, j) => (has(peak, hours) ? [verdict.found[j]!] : [])),
        );
        return rateOf(
          countIf(found, (is) => is),
          found.length,
        );
      });
    return {
      accused: accusedOf(nulls),
      byFeature: hourlyFeatures.map((name) => ({
        name,
        accused: accusedOf(nulls.filter(({ features }) => features[name])),
      })),
      found: [
        ...sizes.map(({ name, has }) => ({ name, found: foundOf(has) })),
        ...delays.map(({ name, has }) => ({ name, found: foundOf((_, hours) => has(hours)) })),
      ],
      wrong: compared((which) =>
        rateOf(
          others.reduce((n, row) => n + row[which].wrong, 0),
          others.reduce((n, row) => n + row[which].claims, 0),
        ),
      ),
    };
  },
  chapter: ({ accused, byFeature, found, wrong }) =>
    [
      '## Hours',
      '',
      `Meals and pain in the gut written down with their times, one to three records a day, 60 to 240 days, 75 exposures; the menus, habits and omissions of the studies above. ${accused.timed.of} diaries in which nothing acts: **${counts(accused.timed)} got any claim, ${withInterval(accused.timed)}**; the same diaries without their times of day ${withInterval(accused.untimed)}.`,
      '',
      table(
        ['feature', 'diaries', 'accused', 'without times'],
        byFeature.map((row) => [
          row.name,
          String(row.accused.timed.of),
          withInterval(row.accused.timed),
          withInterval(row.accused.untimed),
        ]),
      ),
      '',
      'Foods that act within hours, by curves that no window of the engine has. No oracle says which of them could be found; what the times of day are worth is the difference of the columns:',
      '',
      table(
        ['largest change', 'foods', 'found', 'without times'],
        found.map((row) => [
          row.name,
          String(row.found.timed.of),
          withInterval(row.found.timed),
          withInterval(row.found.untimed),
        ]),
      ),
      '',
      `Of the claims, ${withInterval(wrong.timed)} (${counts(wrong.timed)}) hold nothing that acts; without times ${withInterval(wrong.untimed)} (${counts(wrong.untimed)}).`,
    ].join('\n'),
};
