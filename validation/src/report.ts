import type { SeedPool } from './seeds.ts';
import type { FalseAccusations } from './studies/false-accusations.ts';
import { type AnyStudy, studies } from './studies/registry.ts';

/** Under which circumstances a result came about. */
export interface Run {
  readonly version: string;
  readonly pool: SeedPool;
  readonly quick: boolean;
  readonly tasks: number;
  readonly firstSeed: number | null;
  readonly lastSeed: number | null;
  readonly machine: string;
}

export interface StudyResult {
  readonly run: Run;
  readonly result: unknown;
}

/** `docs/validation.json`: what the reports quote on top, everything else below. */
export interface Published {
  /** Diaries in which nothing acts, how many of them were accused, and the 95 % interval. */
  readonly nulls?: number;
  readonly accused?: number;
  readonly rate?: number;
  readonly interval?: readonly [number, number];
  readonly comparators?: readonly { readonly name: string; readonly rate: number }[];
  readonly link: string;
  readonly version: string;
  readonly studies: Readonly<Record<string, StudyResult>>;
}

/** Held-back seeds outrank tuning seeds, whole runs outrank quick ones. */
export const rankOf = ({ pool, quick }: Run): number =>
  (pool === 'held-back' ? 2 : 0) + (quick ? 0 : 1);

/** The published figures with these results in place of lesser or older ones. */
export function published(
  before: Published | null,
  fresh: Readonly<Record<string, StudyResult>>,
): { readonly document: Published; readonly keptBetter: readonly string[] } {
  const results: Record<string, StudyResult> = { ...before?.studies };
  const keptBetter: string[] = [];
  for (const [name, result] of Object.entries(fresh)) {
    const old = results[name];
    if (old !== undefined && rankOf(old.run) > rankOf(result.run)) keptBetter.push(name);
    else results[name] = result;
  }
  const headline = results['false-accusations'];
  const newest = headline ?? Object.values(fresh)[0];
  return {
    keptBetter,
    document: {
      ...(headline === undefined ? {} : quoted(headline.result as FalseAccusations)),
      link: 'docs/validation.md',
      version: newest?.run.version ?? before?.version ?? '',
      studies: results,
    },
  };
}

const quoted = ({ accused, comparators }: FalseAccusations) => ({
  nulls: accused.of,
  accused: accused.hits,
  rate: accused.rate,
  interval: accused.interval,
  comparators: comparators.map(({ label, accused: theirs }) => ({
    name: label,
    rate: theirs.rate,
  })),
});

function provenance({ version, pool, quick, tasks, firstSeed, lastSeed, machine }: Run): string {
  const seeds =
    pool === 'held-back'
      ? 'held-back seeds, seen by nobody before'
      : 'tuning seeds, used in development';
  const size = quick ? 'A quick run: wide margins. ' : '';
  const range = firstSeed === null ? '' : ` (${firstSeed} to ${lastSeed})`;
  return `<sub>${size}Version ${version}, ${tasks} tasks on ${seeds}${range}; ${machine}.</sub>`;
}

/** `docs/validation.md`. Same results, same text. */
export function reportOf(document: Published, known: readonly AnyStudy[] = studies): string {
  const chapters = known.flatMap((study) => {
    const own = document.studies[study.name];
    return own === undefined ? [] : [`${study.chapter(own.result)}\n\n${provenance(own.run)}`];
  });
  return `${[
    '# How often Zonula is wrong, and what it finds',
    introduction,
    ...chapters,
    method,
  ].join('\n\n')}\n`;
}

const introduction = `Measured on diaries whose truth is known. \`npm run validate\` writes this page; \`docs/validation.json\` holds the same figures for programs. Brackets are 95 % Wilson intervals of the Monte Carlo error.`;

const method = `## How it was measured

- **Simulated people.** Severity is a slow random walk plus an AR(1) with persistence 0.3 to 0.9 and normal, heavy-tailed (t with 3 degrees of freedom) or flare-like shocks; it is recorded with error on a 0-3, 0-4, 0-10, half-point or 0-100 scale, or as a count of lesions, often stuck at one end. Menus are Markov chains with rare and daily foods, weekend dishes, foods that come together, and habits that start or stop. People avoid or crave foods when their skin is bad, write more or less on bad days, leave out 5 to 40 % of days, singly and in gaps, and forget single items. Stress, sleep and weekends act on the skin, logged or not.
- **Triggers.** Point, window, exponential, gamma, plateau, bump and two-phase responses with random widths; linear, saturating and threshold doses, effects only on the second day in a row, and effects that grow when the skin is bad. In 45 of 100 the response is of a kind that a small dictionary of delays holds; in the others its shape, and often its dose response, lies outside it. The true response is the expected change of the recorded score after one usual portion, averaged over the logged days.
- **Everything goes through the tidy diary.** The engine sees only what the person would have written.
- **The generator does not know the judge.** It imports nothing from the discovery engine, and nobody tunes on the held-back seeds.
- **Comparators** see the same timelines. The rules of commercial apps are unpublished; these are stand-ins with their stated thresholds.`;
