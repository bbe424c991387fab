/** Gives equal masks of days equal numbers from 0, so that work per mask is done once. */
export const createMaskNumbers = () => {
  const masks: Uint8Array[] = [];
  const byHash = new Map<number, number[]>();
  return (mask: Uint8Array): number => {
    let hash = 2166136261;
    for (let day = 0; day < mask.length; day += 1) {
      hash = Math.imul(hash ^ mask[day]!, 16777619);
    }
    const same = byHash.get(hash) ?? [];
    for (const number of same) {
      if (masks[number]!.every((bit, day) => bit === mask[day])) return number;
    }
    byHash.set(hash, [...same, masks.length]);
    return masks.push(mask) - 1;
  };
};
