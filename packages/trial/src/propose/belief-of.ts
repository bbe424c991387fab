import type { Exposure, Timeline } from '@zonula/timeline';
import type { Pace } from '../designs/candidates.ts';
import type { Belief } from '../plan/document.ts';

/** What an analysis of the diary says of one exposure. */
export interface DiaryFinding {
  readonly id: string;
  readonly probability: number | null;
  /** Points. */
  readonly effect: {
    readonly total: number;
    readonly totalInterval: readonly [number, number];
  } | null;
  /** Points per day after one usual portion. */
  readonly curve: { readonly mean: readonly number[] } | null;
  readonly delayDays: {
    readonly mean: number;
    readonly interval: readonly [number, number];
  } | null;
}

/** What an analysis of the diary found, as a plain value. */
export interface DiaryFindings {
  readonly exposures: readonly DiaryFinding[];
  /** Sets of exposures that cannot be told apart. */
  readonly suspects: readonly { readonly members: readonly string[] }[];
  /** Smallest change that matters, points; null where there is no score. */
  readonly worthwhile: number | null;
}

const slow: ReadonlySet<string> = new Set(['acne', 'psoriasis']);
const fast: ReadonlySet<string> = new Set(['eczema', 'rosacea']);

/** Whether this skin answers within weeks: by the condition that the score is named after, else by those that were named. */
export const paceOf = (named: string | null, conditions: readonly string[] | null): Pace => {
  if (named !== null && (slow.has(named) || fast.has(named)))
    return slow.has(named) ? 'slow' : 'fast';
  if (conditions?.some((one) => fast.has(one))) return 'fast';
  return conditions?.some((one) => slow.has(one)) ? 'slow' : 'fast';
};

const assumedDays = 43;

/** Where the diary does not tell the delay: some days, or some weeks for acne and psoriasis. */
const assumed: Readonly<Record<Pace, Pick<Belief, 'curve' | 'delay'>>> = {
  fast: {
    curve: Array.from({ length: 10 }, (_, day) => 0.5 * 2 ** -Math.abs(day - 1)),
    delay: { mean: 1.7, interval: [1, 3] },
  },
  slow: {
    curve: Array.from({ length: assumedDays }, (_, day) => Math.exp(-0.5 * ((day - 14) / 5) ** 2)),
    delay: { mean: 14, interval: [8, 20] },
  },
};

/** Below this the diary hardly speaks for it, and what it says of the delay is mostly a guess. */
const tellsDelay = 0.2;

/** What the diary says of the exposure before the trial. */
export const beliefOf = (finding: DiaryFinding | undefined, pace: Pace): Belief => {
  const { probability = null, effect = null, curve = null, delayDays = null } = finding ?? {};
  const told = curve !== null && delayDays !== null && (probability ?? 0) >= tellsDelay;
  return {
    probability,
    total: told ? (effect?.total ?? null) : null,
    totalInterval: told && effect ? [...effect.totalInterval] : null,
    ...(told
      ? {
          curve: [...curve.mean],
          delay: { mean: delayDays.mean, interval: [...delayDays.interval] },
        }
      : { curve: [...assumed[pace].curve], delay: assumed[pace].delay }),
    assumed: !told,
  };
};

/** The other members of its suspect set that are not the same food by another name. */
export const othersOf = (
  exposure: Exposure | undefined,
  { suspects }: Pick<DiaryFindings, 'suspects'>,
  timeline: Timeline,
): readonly string[] => {
  if (exposure === undefined) return [];
  const rows = new Set(exposure.rows);
  const set = suspects.find(({ members }) => members.includes(exposure.id));
  return (set?.members ?? []).filter((id) => {
    const other = timeline.exposures.find((one) => one.id === id);
    return id !== exposure.id && !other?.rows.some((row) => rows.has(row));
  });
};
