import { type Condition, conditions } from '@zonula/axis';
import { seedsOf } from '../seeds.ts';
import { countIf, mean, quantile, type Rate, rateOf, sum } from '../statistics.ts';
import { runSubject, type SubjectRow, type SubjectTask } from '../trials/axis-subject.ts';
import { fixed, percent, table, withInterval } from './markdown.ts';
import type { Study } from './study.ts';

type Tried = Extract<SubjectRow, { bearable: true }>;

interface Group {
  readonly condition: Condition | 'all';
  readonly people: number;
  /** No period of eight weeks shows four fifths of their response. */
  readonly unbearable: number;
  readonly days: number;
  readonly held: Rate;
  /** Regression of the estimate on the truth, through zero. */
  readonly slope: number;
  /** The same for the estimate that nothing disturbs. */
  readonly undisturbed: number;
  /** For how many the interval holds that estimate. */
  readonly undisturbedHeld: Rate;
  /** Mean distance of estimate and truth, points. */
  readonly error: number;
  /** People whose effect is clear, and for how many of them the interval holds the share through the gut. */
  readonly shareHeld: Rate;
  /** Median width of that interval. */
  readonly shareWidth: number;
  /** Their mean true share, its mean estimate, and the mean distance of the two. */
  readonly share: number;
  readonly shareEstimate: number;
  readonly shareError: number;
}

export interface AxisTrials {
  readonly groups: readonly Group[];
}

const slopeOf = (rows: readonly Tried[], of: (row: Tried) => number): number =>
  sum(rows.map((row) => row.truth * of(row))) / sum(rows.map(({ truth }) => truth ** 2));

const groupOf = (condition: Group['condition'], rows: readonly SubjectRow[]): Group => {
  const tried = rows.filter((row): row is Tried => row.bearable);
  const clear = tried.filter(({ interval: [low, high] }) => low > 0 || high < 0);
  const inside = (x: number, [low, high]: readonly [number, number]): boolean =>
    low <= x && x <= high;
  const widths = clear.map(({ shareInterval: [low, high] }) => high - low);
  return {
    condition,
    people: rows.length,
    unbearable: rows.length - tried.length,
    days: mean(tried.map(({ days }) => days)),
    held: rateOf(
      countIf(tried, ({ truth, interval }) => inside(truth, interval)),
      tried.length,
    ),
    slope: slopeOf(tried, ({ estimate }) => estimate),
    undisturbed: slopeOf(tried, ({ undisturbed }) => undisturbed),
    undisturbedHeld: rateOf(
      countIf(tried, ({ undisturbed, interval }) => inside(undisturbed, interval)),
      tried.length,
    ),
    error: mean(tried.map(({ truth, estimate }) => Math.abs(estimate - truth))),
    shareHeld: rateOf(
      countIf(clear, ({ share, shareInterval }) => inside(share, shareInterval)),
      clear.length,
    ),
    shareWidth: widths.length === 0 ? Number.NaN : quantile(widths, 0.5),
    share: mean(clear.map(({ share }) => share)),
    shareEstimate: mean(clear.map(({ shareEstimate }) => shareEstimate)),
    shareError: mean(clear.map(({ share, shareEstimate }) => Math.abs(shareEstimate - share))),
  };
};

/** Seeds that were looked at before the length of a period followed the slower of coming and going. */
const looked = 1000;

/** People of the coupled axis as subjects: is the effect found, and its share through the gut wall? */
export const axisTrials: Study<SubjectTask, SubjectRow, AxisTrials> = {
  name: 'axis-trials',
  tasks: ({ pool, quick }) => {
    const people = quick ? 6 : 40;
    return conditions.flatMap((condition, i) =>
      seedsOf(pool, 'axis-trials', people, looked + i * people).map((seed) => ({
        seed,
        condition,
      })),
    );
  },
  run: runSubject,
  summarise: (rows) => ({
    groups: [
      ...conditions.map((condition) =>
        groupOf(
          condition,
          rows.filter((row) => row.condition === condition),
        ),
      ),
      groupOf('all', rows),
    ],
  }),
  chapter: ({ groups }) =>
    [
      '## People of the axis in trials',
      '',
      'The coupled axis writes the days of people who react to one food, through the gut wall and past it; they score their skin from 0 to 10 with error and leave out every tenth day. Each goes through two weeks without it and ten periods whose order is drawn, as long as four fifths of their response need to come or to go, whichever is slower. The truth is the change in the second period of unbroken exposure. A second trial of the same person with the gut wall held at rest, which only a simulation can do, tells how much went through it (told for those whose effect is clear).',
      '',
      table(
        [
          'condition',
          'people',
          'no bearable period',
          'mean days',
          '95 % interval holds the effect',
          'estimate / truth',
          'undisturbed / truth',
          'interval holds the undisturbed',
          'mean error, points',
          'interval holds the share through the gut',
          'its median width',
          'true share',
          'told',
          'mean error',
        ],
        groups.map((group) => [
          group.condition,
          String(group.people),
          String(group.unbearable),
          fixed(group.days, 0),
          withInterval(group.held),
          fixed(group.slope),
          fixed(group.undisturbed),
          withInterval(group.undisturbedHeld),
          fixed(group.error),
          withInterval(group.shareHeld),
          fixed(group.shareWidth),
          fixed(group.share),
          fixed(group.shareEstimate),
          fixed(group.shareError),
        ]),
      ),
      '',
      `Why the trials say too little: the mechanism is not linear. "Undisturbed" is what the same turns say without ups and downs of the skin's own, errors of the score and gaps: ${fixed(groups.at(-1)?.undisturbed ?? Number.NaN)} of the truth. The rest of a lasting exposure the turns of a trial cannot show, however well they are judged. The interval allows for chance, not for that: it holds the undisturbed effect in ${percent(groups.at(-1)?.undisturbedHeld.rate ?? Number.NaN)}. One cause is that skin of the mechanism heals more slowly than it flares; when periods waited only for the response to come, trials told 0.81 of the effect (160 people, other seeds). Eczema can switch over under long exposure and not in turns. Most of these trials are longer than the half year that a plan may have; the intervals of the share are wide, so that one person's trials hardly tell how much goes through the gut.`,
    ].join('\n'),
};
