/**
 * Diaries repeat themselves more than any smooth score does: some people write the same level again out of
 * habit. A habit says "the same level as last time, else what is usual".
 */
export interface Habit {
  /** Takes in day `t`, on which a level was recorded, and the days before it. */
  readonly learn: (index: Int32Array, t: number) => void;
  /** Probability of a level `gap` days after `last` was recorded. */
  readonly probability: (level: number, last: number, gap: number) => number;
}

/** Days after which an old entry counts half of a new one for what is usual. */
const halfLife = 90;

/**
 * @param levels number of levels
 * @param reach longest gap in days that is counted on its own; longer ones are taken as this one
 */
export const createHabit = (levels: number, reach: number): Habit => {
  const fade = 2 ** (-1 / halfLife);
  const usual = new Float64Array(levels).fill(1 / levels);
  let total = 1;
  const same = new Float64Array(reach + 1).fill(1);
  const pairs = new Float64Array(reach + 1).fill(2);
  return {
    learn: (index, t) => {
      for (let k = 0; k < levels; k++) usual[k] *= fade;
      usual[index[t]]++;
      total = fade * total + 1;
      for (let gap = 1; gap <= Math.min(reach, t); gap++) {
        if (index[t - gap] < 0) continue;
        pairs[gap]++;
        if (index[t - gap] === index[t]) same[gap]++;
      }
    },
    probability: (level, last, gap) => {
      const at = Math.min(gap, reach);
      const keep = same[at] / pairs[at];
      return (1 - keep) * (usual[level] / total) + (level === last ? keep : 0);
    },
  };
};
