// A set of texts by 53-bit hash: 16 bytes an entry whatever the length of the text, for millions of
// entries. Two of a million different texts share a hash with probability 6e-5.

/** 53-bit hash of a text: two rounds of 32-bit multiplication (cyrb53, public domain, bryc). */
const hashOf = (text: string): number => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
};

export const createKeySet = () => {
  let slots = new Float64Array(1 << 12);
  let used = 0;

  const place = (table: Float64Array, hash: number): boolean => {
    let at = hash % table.length;
    while (table[at] !== 0) {
      if (table[at] === hash) return false;
      at = at + 1 === table.length ? 0 : at + 1;
    }
    table[at] = hash;
    return true;
  };

  return {
    /** False when the text was added before. */
    add(text: string): boolean {
      // 0 marks a free slot.
      if (!place(slots, hashOf(text) + 1)) return false;
      used++;
      if (used * 2 > slots.length) {
        const larger = new Float64Array(slots.length * 2);
        for (const hash of slots) if (hash !== 0) place(larger, hash);
        slots = larger;
      }
      return true;
    },
  };
};
