import { toTimeline } from '@zonula/timeline';
import { comparators } from '../comparators/comparators.ts';
import { bareAnswer } from '../engine.ts';
import { seedsOf } from '../seeds.ts';
import { type DelayClass, delayClasses, type Scenario } from '../simulate/scenario.ts';
import { simulate } from '../simulate/simulate.ts';
import { countIf, type Rate, rateOf } from '../statistics.ts';
import { counts, table, withInterval } from './markdown.ts';
import { type ClaimScore, score, type TriggerScore } from './score.ts';
import { type Found, foundByStratum } from './strata.ts';
import type { Study } from './study.ts';

interface Task {
  readonly seed: number;
  readonly days: number;
  readonly delay: DelayClass;
  /** With everything that spoils a diary: reactions, gaps that depend on severity, floors and ceilings. */
  readonly rough: boolean;
}

interface Row extends Task {
  readonly triggers: readonly TriggerScore[];
  readonly claims: readonly ClaimScore[];
  /** Per comparator: findable triggers named, accusations, wrong accusations. */
  readonly others: readonly {
    readonly found: number;
    readonly claims: number;
    readonly wrong: number;
  }[];
}

export interface Power {
  readonly cells: readonly {
    readonly days: number;
    readonly delay: DelayClass;
    readonly diaries: number;
    readonly strata: readonly Found[];
    readonly wrong: Rate;
  }[];
  readonly strata: readonly Found[];
  /** By whether a small dictionary of lag windows with a linear dose holds the trigger exactly. */
  readonly simple: Rate;
  readonly notSimple: Rate;
  readonly wrong: Rate;
  /** The same of rough diaries of 180 days. */
  readonly rough: { readonly strata: readonly Found[]; readonly wrong: Rate };
  readonly comparators: readonly {
    readonly label: string;
    readonly found: Rate;
    readonly wrong: Rate;
  }[];
}

const lengths = [90, 180, 365] as const;

/** Diaries per cell: enough for 200 findable triggers by the yield of the tuning seeds, and a fifth more. */
const diariesOf: Readonly<Record<(typeof lengths)[number], number>> = {
  90: 260,
  180: 190,
  365: 160,
};
const QUICK_SHARE = 0.06;
const STRETCH = 100_000;
const ROUGH_DIARIES = 120;
const ROUGH_DAYS = 180;

/** A diary kept with ordinary care by a person whose choices do not follow the skin. */
export const plain: Partial<Scenario> = {
  fill: 'middle',
  missing: 0.1,
  severityLogging: 0,
  forgotten: 0,
  reverseCausation: 'none',
  confounding: 'none',
};

/** Diaries with one to three triggers: how many of those an oracle could find are found? */
export const power: Study<Task, Row, Power> = {
  name: 'power',
  tasks: ({ pool, quick }) => [
    ...delayClasses.flatMap((delay, j) => {
      const diaries = Math.ceil(ROUGH_DIARIES * (quick ? QUICK_SHARE : 1));
      return seedsOf(pool, 'power', diaries, (20 + j) * STRETCH).map((seed) => ({
        seed,
        days: ROUGH_DAYS,
        delay,
        rough: true,
      }));
    }),
    ...lengths.flatMap((days, i) =>
      delayClasses.flatMap((delay, j) => {
        const diaries = Math.ceil(diariesOf[days] * (quick ? QUICK_SHARE : 1));
        const offset = (1 + i * delayClasses.length + j) * STRETCH;
        return seedsOf(pool, 'power', diaries, offset).map((seed) => ({
          seed,
          days,
          delay,
          rough: false,
        }));
      }),
    ),
  ],
  run: (task, engine) => {
    const { seed, days, delay, rough } = task;
    const simulation = simulate(seed, {
      ...(rough ? {} : plain),
      days,
      delays: [delay],
      triggers: 1 + (seed % 3),
    });
    const timeline = toTimeline(simulation.diary, { outcome: simulation.outcomeId });
    const { triggers, claims } = score(simulation, timeline, engine(timeline, seed));
    const others = comparators.map(({ accuse }) => {
      const accused = accuse(timeline, simulation.outcomeId, seed);
      const theirs = score(simulation, timeline, bareAnswer(accused.map((id) => [id])));
      return {
        found: countIf(theirs.triggers, (t) => t.findable && t.found !== 'no'),
        claims: theirs.claims.length,
        wrong: countIf(theirs.claims, ({ right }) => !right),
      };
    });
    return { ...task, triggers, claims, others };
  },
  summarise: (all) => {
    const rows = all.filter(({ rough }) => !rough);
    const roughRows = all.filter(({ rough }) => rough);
    const triggers = rows.flatMap((row) => row.triggers);
    const findable = triggers.filter((trigger) => trigger.findable);
    const wrong = (group: readonly Row[]): Rate => {
      const claims = group.flatMap((row) => row.claims);
      return rateOf(
        countIf(claims, ({ right }) => !right),
        claims.length,
      );
    };
    const foundAmong = (simple: boolean): Rate => {
      const group = findable.filter((trigger) => trigger.simple === simple);
      return rateOf(
        countIf(group, ({ found }) => found !== 'no'),
        group.length,
      );
    };
    const total = (which: number, what: 'found' | 'claims' | 'wrong'): number =>
      rows.reduce((n, row) => n + row.others[which]![what], 0);
    return {
      cells: lengths.flatMap((days) =>
        delayClasses.map((delay) => {
          const cell = rows.filter((row) => row.days === days && row.delay === delay);
          return {
            days,
            delay,
            diaries: cell.length,
            strata: foundByStratum(cell.flatMap((row) => row.triggers)),
            wrong: wrong(cell),
          };
        }),
      ),
      strata: foundByStratum(triggers),
      simple: foundAmong(true),
      notSimple: foundAmong(false),
      wrong: wrong(rows),
      rough: {
        strata: foundByStratum(roughRows.flatMap((row) => row.triggers)),
        wrong: wrong(roughRows),
      },
      comparators: comparators.map(({ label }, i) => ({
        label,
        found: rateOf(total(i, 'found'), findable.length),
        wrong: rateOf(total(i, 'wrong'), total(i, 'claims')),
      })),
    };
  },
  chapter: (result) =>
    [
      '## What is found',
      '',
      "Diaries with one to three triggers among 75 exposures, kept with ordinary care (every tenth day missing). A trigger counts as findable when the best linear analysis that knows its delay, its dose response and the true dynamics gives |t| > 3.5, its true peak is above 5 % of the scale, and the person does not choose it by the same day's skin (cause and reaction would look alike). It counts as found when a claim of at most three exposures (or of foods always eaten on the same days) holds it.",
      '',
      table(
        ['findable triggers', 'number', 'found', 'found alone'],
        result.strata.map(({ name, found, alone }) => [
          name,
          String(found.of),
          withInterval(found),
          withInterval(alone),
        ]),
      ),
      '',
      `Of the claims, ${withInterval(result.wrong)} (${counts(result.wrong)}) hold nothing that truly acts. Triggers that a small dictionary of delays with a linear dose would hold exactly: ${withInterval(result.simple)} of ${result.simple.of} found; all others: ${withInterval(result.notSimple)} of ${result.notSimple.of}.`,
      '',
      table(
        [
          'days, delay',
          'diaries',
          'findable',
          'found',
          '|t| > 6',
          '4.5-6',
          '3.5-4.5',
          'wrong claims',
        ],
        result.cells.map(({ days, delay, diaries, strata, wrong }) => [
          `${days}, ${delay}`,
          String(diaries),
          String(strata[0]!.found.of),
          ...strata.map(({ found }) => withInterval(found)),
          withInterval(wrong),
        ]),
      ),
      '',
      `Rough diaries of ${ROUGH_DAYS} days (choices that follow the skin, gaps that depend on severity, floors and ceilings, up to 40 % of days missing): found ${withInterval(result.rough.strata[0]!.found)} of ${result.rough.strata[0]!.found.of} findable triggers; wrong claims ${withInterval(result.rough.wrong)} (${counts(result.rough.wrong)}).`,
      '',
      'The comparators on the same plain diaries:',
      '',
      table(
        ['rule', 'findable triggers named', 'wrong accusations'],
        [
          ['Zonula', withInterval(result.strata[0]!.found), withInterval(result.wrong)],
          ...result.comparators.map(({ label, found, wrong }) => [
            label,
            withInterval(found),
            withInterval(wrong),
          ]),
        ],
      ),
    ].join('\n'),
};
