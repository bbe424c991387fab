import { createPanel } from '../cohorts/panel-differences.ts';
import { table } from './markdown.ts';
import type { SeededTask, Study } from './study.ts';

interface Published {
  readonly people: number;
  readonly daysWith: number;
  /** Printed as a "within-user difference"; points of a hundred. */
  readonly difference: number;
  readonly p: number;
}

/**
 * Printed in `within_user_all_factors.csv` of github.com/hannypoo/msis522-hw1 (commit ea48247c) for Flaredown's panel of 104,447 days of
 * 19,558 people: flare on days with against days without.
 */
const published: ReadonlyMap<string, Published> = new Map([
  ['food_coffee', { people: 698, daysWith: 14_258, difference: -10.208, p: 0.50443 }],
  ['food_dairy', { people: 113, daysWith: 1974, difference: -15.716, p: 0.01614 }],
  ['food_alcohol', { people: 87, daysWith: 934, difference: 1.936, p: 0.028628 }],
  ['foodcat_dairy', { people: 1424, daysWith: 22_628, difference: -2.097, p: 0.51391 }],
  ['tag_tired', { people: 1264, daysWith: 20_771, difference: 17.402, p: 4.4645e-53 }],
  ['tag_good_sleep', { people: 572, daysWith: 6629, difference: -12.584, p: 3.9837e-18 }],
  ['tag_alcohol', { people: 333, daysWith: 2959, difference: -1.134, p: 0.219072 }],
  ['tag_exhausted', { people: 58, daysWith: 936, difference: 20.821, p: 2.32174e-5 }],
]);

interface Row extends Published {
  readonly exposure: string;
  /** Mean of people's own differences and its standard error, points of a hundred. */
  readonly own: readonly [estimate: number, error: number];
  readonly within: readonly [estimate: number, error: number] | null;
  readonly between: readonly [estimate: number, error: number] | null;
}

export interface Panel {
  readonly days: number;
  readonly rows: readonly Row[];
  /** Exposures whose own differences pass Bonferroni's correction, by kind, of how many. */
  readonly passing: readonly {
    readonly kind: string;
    readonly passed: number;
    readonly of: number;
  }[];
}

const file = 'food-panel.csv';
const fewestDays = 3;
const kinds = [
  ['food', 'foods'],
  ['foodcat', 'kinds of food'],
  ['tag', 'circumstances'],
] as const;

const analyse = (text: string): Panel => {
  const [header = '', ...lines] = text.split(/\r?\n/u).filter((line) => line !== '');
  const panel = createPanel(header, file, { person: 'user_id', outcome: 'flare', exposures: [] });
  for (const line of lines) panel.add(line);
  const all = panel.differences(fewestDays);
  const inPoints = (estimate: number, error: number) => [100 * estimate, 100 * error] as const;
  return {
    days: lines.length,
    rows: all
      .filter(({ exposure }) => published.has(exposure))
      .map(({ exposure, differences, both }) => ({
        exposure,
        people: differences.people,
        daysWith: differences.daysWith,
        difference: 100 * differences.pooled,
        p: differences.p,
        own: inPoints(differences.withinPerson, differences.standardError),
        within: both && inPoints(both.within.estimate, both.within.standardError),
        between: both && inPoints(both.between.estimate, both.between.standardError),
      })),
    passing: kinds.map(([prefix, kind]) => {
      const own = all.filter(({ exposure }) => exposure.startsWith(`${prefix}_`));
      const passed = own.filter(({ differences: { p } }) => p < 0.05 / own.length);
      return { kind, passed: passed.length, of: own.length };
    }),
  };
};

const plusMinus = (told: readonly [number, number] | null): string =>
  told === null ? '-' : `${told[0].toFixed(1)} (${told[1].toFixed(1)})`;

/** A real panel, and the published differences that mix people up with their days. */
export const panel: Study<SeededTask, Panel, Panel | null> = {
  name: 'panel',
  tasks: (_, { readFile }) => {
    try {
      return readFile === null || readFile(file) === '' ? [] : [{ seed: 0 }];
    } catch (error) {
      if (error instanceof RangeError) return [];
      throw error;
    }
  },
  run: (_, __, { readFile }) => {
    if (readFile === null) throw new RangeError('the panel is not at hand');
    return analyse(readFile(file));
  },
  summarise: ([only]) => only ?? null,
  chapter: (result) =>
    result === null
      ? '## A real panel\n\nNot run: the panel was not at hand.'
      : [
          '## A real panel',
          '',
          `Flaredown's panel of foods and flares (${result.days.toLocaleString('en')} days) as an analysis on GitHub (hannypoo/msis522-hw1) took it: how much more often days with something are flare days, in points of a hundred, over people with at least ${fewestDays} days of both kinds. What is printed there as "within user" throws all days of all people together; we find the same people, days and differences that way. People's own days say something else: the mean of their own differences, and the model that keeps both apart (\`withinBetween\`), each with its standard error.`,
          '',
          table(
            [
              'exposure',
              'people',
              'days with',
              'printed',
              'all days together, ours',
              'own days',
              'within, model',
              'between people, model',
              'p printed',
              'p ours',
            ],
            result.rows.map((row) => {
              const printed = published.get(row.exposure)!;
              return [
                row.exposure,
                `${row.people} (printed ${printed.people})`,
                `${row.daysWith} (${printed.daysWith})`,
                printed.difference.toFixed(1),
                row.difference.toFixed(1),
                plusMinus(row.own),
                plusMinus(row.within),
                plusMinus(row.between),
                printed.p.toPrecision(2),
                row.p.toPrecision(2),
              ];
            }),
          ),
          '',
          `Of people's own differences ${result.passing
            .map(({ kind, passed, of }) => `${passed} of ${of} ${kind}`)
            .join(
              ', ',
            )} pass Wilcoxon's test with Bonferroni's correction. p values agree to one digit or two..`,
        ].join('\n'),
};
