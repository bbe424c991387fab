import type { Finding, SuspectDocument } from '@zonula/discovery';
import { conditionOf } from '@zonula/evidence';
import type { Profile } from '@zonula/safety';
import type { Exposure, Timeline } from '@zonula/timeline';
import type { Belief, Pace } from '@zonula/trial';

const slow: ReadonlySet<string> = new Set(['acne', 'psoriasis']);
const fast: ReadonlySet<string> = new Set(['eczema', 'rosacea']);

/** Whether this skin answers within weeks: by the name of the score, else by the conditions that were named. */
export const paceOf = (outcome: string, { conditions }: Pick<Profile, 'conditions'>): Pace => {
  const named = conditionOf(outcome);
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
export const beliefOf = (finding: Finding | undefined, pace: Pace): Belief => {
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
  { suspects }: SuspectDocument,
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
