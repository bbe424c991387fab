export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

const sniffLines = 20;

/** Cells per line outside quotation marks for one candidate, over the first lines. */
const cellCounts = (head: string, delimiter: Delimiter): number[] => {
  const counts: number[] = [];
  let inQuotes = false;
  let count = 1;
  let start = 0;
  for (let at = 0; at <= head.length && counts.length < sniffLines; at++) {
    const character = head[at] ?? '\n';
    if (character === '"') inQuotes = !inQuotes;
    else if (inQuotes && at < head.length) continue;
    else if (character === delimiter) count++;
    else if (character === '\n' || character === '\r') {
      const comment = counts.length === 0 && /^"?#/u.test(head.slice(start, start + 2));
      if (at > start && !comment) counts.push(count);
      count = 1;
      start = at + 1;
      inQuotes = false;
    }
  }
  return counts;
};

/** The separator that splits the first line into most cells; lines that agree with it break ties. */
export const sniffDelimiter = (head: string): Delimiter => {
  let best: Delimiter = ',';
  let bestCells = 1;
  let bestAgreeing = 0;
  for (const delimiter of delimiters) {
    const counts = cellCounts(head, delimiter);
    const cells = counts[0] ?? 1;
    const agreeing = counts.filter((count) => count === cells).length;
    if (cells > bestCells || (cells === bestCells && cells > 1 && agreeing > bestAgreeing)) {
      best = delimiter;
      bestCells = cells;
      bestAgreeing = agreeing;
    }
  }
  return best;
};
