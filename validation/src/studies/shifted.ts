import { type Diary, identityOf, type Observation } from '@zonula/diary';
import { createRandom } from '@zonula/numerics';
import { type Timeline, toTimeline } from '@zonula/timeline';
import { comparators } from '../comparators/comparators.ts';
import { seedsOf } from '../seeds.ts';
import { dateAfter } from '../simulate/logging.ts';
import { countIf, type Rate, rateOf } from '../statistics.ts';
import { counts, table, withInterval } from './markdown.ts';
import type { ReferencePerson } from './reference.ts';
import type { Study } from './study.ts';

const LEAST_SHIFT = 60;
const OUTCOME = 'symptom/severity';

interface Task {
  readonly person: number;
  readonly shift: number;
  readonly seed: number;
}

interface Row extends Task {
  readonly accusations: readonly number[];
  readonly answered: boolean;
}

export interface Shifted {
  /** Null when the reference data were not given. */
  readonly accused: Rate | null;
  /** Diaries the engine declined to judge; they count as not accused. */
  readonly declined: number;
  readonly people: number;
  /** People of whom at least one shifted diary was accused. */
  readonly peopleAccused: number;
  readonly comparators: readonly { readonly label: string; readonly accused: Rate }[];
}

/** The person's own diary with the severity moved along by `shift` days, end to beginning. */
export function shiftedDiary(person: ReferencePerson, shift: number): Diary {
  const { severity, exposures, from } = person;
  const days = severity.length;
  const observations: Observation[] = [];
  for (let t = 0; t < days; t++) {
    const date = dateAfter(from, t);
    const value = severity[(((t - shift) % days) + days) % days]!;
    if (!Number.isNaN(value)) {
      observations.push({ date, category: 'symptom', name: 'severity', value });
    }
    for (const { category, name, days: doses } of exposures) {
      if (doses[t]! > 0) observations.push({ date, category, name, value: doses[t]! });
    }
  }
  const scale = { min: person.scale.min, max: person.scale.max, inferred: false };
  return {
    observations,
    scales: new Map([[identityOf('symptom', 'severity'), scale]]),
    warnings: [],
  };
}

const timelineOf = (person: ReferencePerson, shift: number): Timeline =>
  toTimeline(shiftedDiary(person, shift), { outcome: OUTCOME });

/** Real severity against real exposures of another time of the same life: nothing can act. */
export const shifted: Study<Task, Row, Shifted> = {
  name: 'shifted',
  tasks: ({ pool, quick }, { panel }) => {
    const able = panel
      .map((person, i) => ({ i, days: person.severity.length }))
      .filter(({ days }) => days >= 2 * LEAST_SHIFT + 30);
    if (able.length === 0) return [];
    const each = quick ? 2 : Math.max(12, Math.ceil(200 / able.length));
    const seeds = seedsOf(pool, 'shifted', able.length * each);
    return able.flatMap(({ i, days }, k) => {
      const room = days - 2 * LEAST_SHIFT;
      // One shift in each of `each` equal stretches, so that no two are alike.
      return Array.from({ length: each }, (_, s) => {
        const seed = seeds[k * each + s]!;
        const within = createRandom(seed).uniform();
        return { person: i, seed, shift: LEAST_SHIFT + Math.floor((room * (s + within)) / each) };
      });
    });
  },
  run: (task, engine, { panel }) => {
    const timeline = timelineOf(panel[task.person]!, task.shift);
    const answer = engine(timeline, task.seed);
    const others = comparators.map(({ accuse }) => accuse(timeline, OUTCOME, task.seed).length);
    return {
      ...task,
      accusations: [answer.claims.length, ...others],
      answered: answer.status === 'ok',
    };
  },
  summarise: (rows) => {
    const accused = (which: number): Rate =>
      rateOf(
        countIf(rows, ({ accusations }) => accusations[which]! > 0),
        rows.length,
      );
    const people = new Set(rows.map(({ person }) => person));
    const hit = rows.filter(({ accusations }) => accusations[0]! > 0);
    return {
      accused: rows.length === 0 ? null : accused(0),
      declined: countIf(rows, ({ answered }) => !answered),
      people: people.size,
      peopleAccused: new Set(hit.map(({ person }) => person)).size,
      comparators: comparators.map(({ label }, i) => ({ label, accused: accused(i + 1) })),
    };
  },
  chapter: ({ accused, declined, people, peopleAccused, comparators: others }) =>
    [
      '## Real diaries, shifted',
      '',
      ...(accused === null
        ? [
            '**Not run.** The check-ins are not ours to ship; name their folder in `ZONULA_REFERENCE_DATA` to run this part.',
          ]
        : [
            `Real severity of ${people} people (0 to 4, often at its ceiling) moved along by at least ${LEAST_SHIFT} days against their own real foods and treatments, so that nothing can act. **${counts(accused)} got any claim: ${withInterval(accused)}** (of ${peopleAccused} people). In ${declined} the answer was "cannot tell". Shifts of one person share data, so the interval is somewhat too narrow.`,
            '',
            table(
              ['rule', 'diaries accused', 'rate'],
              [
                ['Zonula', counts(accused), withInterval(accused)],
                ...others.map((o) => [o.label, counts(o.accused), withInterval(o.accused)]),
              ],
            ),
          ]),
    ].join('\n'),
};
