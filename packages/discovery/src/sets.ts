/**
 * Suspect sets: exposures that stand in for one another in the posterior are one suspicion, as in the
 * credible sets of Wang et al. (2020, SuSiE), read off the joint draws: the probability of a set is the
 * share of draws in which at least one member acts.
 */
export interface SuspectSet {
  /** Exposure indices, most probable first. */
  readonly members: readonly number[];
  readonly probability: number;
}

export interface SetOptions {
  /** A single exposure this probable needs no companions. */
  readonly sufficient: number;
  readonly largest: number;
  /** Smallest gain in probability that makes a companion worth naming. */
  readonly gain: number;
  /** Companions act together at most this often, compared with independence. */
  readonly exclusivity: number;
  /** Stored states in which two exposures would act together by chance, for their absence to mean anything. */
  readonly evidence: number;
  /** Sets below this are not worth a mention. */
  readonly least: number;
}

export const defaultSetOptions: SetOptions = {
  sufficient: 0.9,
  largest: 3,
  gain: 0.03,
  exclusivity: 0.5,
  evidence: 15,
  least: 0.3,
};

/**
 * @param states per stored state of the chains, the exposures that act in it
 * @param probabilities per exposure, the (Rao-Blackwellised) inclusion probability
 */
export const suspectSets = (
  states: readonly (readonly number[])[],
  probabilities: readonly number[],
  options: SetOptions = defaultSetOptions,
): SuspectSet[] => {
  const candidates = [...probabilities.keys()]
    .filter((j) => probabilities[j] >= 0.03)
    .sort((a, b) => probabilities[b] - probabilities[a] || a - b);
  const acts = new Map(candidates.map((j) => [j, new Uint8Array(states.length)]));
  states.forEach((state, s) => {
    for (const j of state) {
      const row = acts.get(j);
      if (row !== undefined) row[s] = 1;
    }
  });
  const share = (rows: readonly Uint8Array[], every: boolean): number => {
    let hits = 0;
    for (let s = 0; s < states.length; s++)
      if (every ? rows.every((row) => row[s] === 1) : rows.some((row) => row[s] === 1)) hits++;
    return hits / states.length;
  };
  const used = new Set<number>();
  const sets: SuspectSet[] = [];
  for (const first of candidates) {
    if (used.has(first)) continue;
    const members = [first];
    let probability = probabilities[first];
    while (probability < options.sufficient && members.length < options.largest) {
      let best = -1;
      let bestProbability = probability + options.gain;
      for (const j of candidates) {
        if (used.has(j) || members.includes(j)) continue;
        const exclusive = members.every((i) => {
          const both = share([acts.get(i)!, acts.get(j)!], true);
          const expected = probabilities[i] * probabilities[j];
          return (
            expected * states.length >= options.evidence && both <= options.exclusivity * expected
          );
        });
        if (!exclusive) continue;
        const any = share(
          [...members, j].map((i) => acts.get(i)!),
          false,
        );
        if (any > bestProbability) {
          best = j;
          bestProbability = any;
        }
      }
      if (best < 0) break;
      members.push(best);
      probability = bestProbability;
    }
    if (probability < options.least) continue;
    for (const j of members) used.add(j);
    sets.push({ members, probability: Math.min(probability, 1) });
  }
  return sets.sort((a, b) => b.probability - a.probability);
};
