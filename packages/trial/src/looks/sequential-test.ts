/**
 * Randomisation test over several looks that were declared before the start. At each look every deal
 * is judged by the data so far, and the most telling ones are set aside until the share set aside is
 * what the spending function allows (Lan & DeMets 1983, Biometrika 70:659; the O'Brien-Fleming
 * shape). The real deal is stopped for an effect when it is among them. Of all deals at most the
 * declared share is ever set aside, so false alarms over all looks keep to it exactly, whatever the
 * days do and however postponements depend on the scores.
 */
import { normalCdf, normalQuantile } from '@zonula/numerics';

/** Share of false alarms that may be used up when this share (0 to 1) of the trial is done. */
export function spentBy(done: number, significance: number): number {
  if (done >= 1) return significance;
  if (!(done > 0)) return 0;
  return 2 * normalCdf(normalQuantile(significance / 2) / Math.sqrt(done));
}

export interface LookResult {
  /** Whether the real deal was set aside at this look or before. */
  readonly rejects: boolean;
  /** p-value over all looks so far, in the order of the looks (Tsiatis, Rosner & Mehta 1984). */
  readonly pValue: number;
}

/**
 * `values[j]` holds the statistic of every deal at look j (row 0: the real deal; larger is more
 * telling) and `done[j]` the share of the trial completed by then; the last look is the current one.
 * `complete`: the rows after the first are all deals of the design, the real one among them.
 */
export function sequentialTest(
  values: readonly Float64Array[],
  done: readonly number[],
  complete: boolean,
  significance: number,
): LookResult {
  const rows = values[0]?.length ?? 0;
  const from = complete ? 1 : 0;
  const count = rows - from;
  const aside = new Uint8Array(rows);
  let setAside = 0;
  for (let j = 0; j < values.length; j++) {
    const current = values[j]!;
    const reached = (limit: number): number => {
      let n = 0;
      for (let r = from; r < rows; r++) if (aside[r] === 0 && current[r]! >= limit) n++;
      return n;
    };
    const pValue = Math.min(1, (setAside + reached(slack(current[0]!))) / count);
    const last = j === values.length - 1;
    const allowed = Math.floor(spentBy(done[j]!, significance) * count + 1e-9);
    const rejects = pValue * count <= allowed + 1e-9;
    if (rejects || last) return { rejects, pValue: Math.max(pValue, 1 / count) };
    const open = [...current.keys()].filter((r) => r >= from && aside[r] === 0);
    open.sort((a, b) => current[b]! - current[a]!);
    // Deals that are equally telling are set aside together or not at all.
    let taken = Math.max(0, Math.min(open.length, allowed - setAside));
    while (taken > 0 && taken < open.length) {
      const limit = slack(current[open[taken - 1]!]!);
      if (current[open[taken]!]! < limit) break;
      taken--;
    }
    for (let i = 0; i < taken; i++) aside[open[i]!] = 1;
    setAside += taken;
  }
  return { rejects: false, pValue: 1 };
}

/** Rounding must not part deals that are equally telling. */
const slack = (value: number): number =>
  Number.isFinite(value) ? value - 1e-9 * (1 + Math.abs(value)) : value;
