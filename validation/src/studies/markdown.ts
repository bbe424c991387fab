import type { Rate } from '../statistics.ts';

export const percent = (share: number, digits = 1): string =>
  !Number.isFinite(share) ? '-' : `${(100 * share).toFixed(digits)} %`;

/** `3.1 % [2.4, 4.0]`. */
export const withInterval = ({ of, rate, interval }: Rate): string =>
  of === 0
    ? '-'
    : `${percent(rate)} [${interval.map((share) => (100 * share).toFixed(1)).join(', ')}]`;

/** `62/2000`. */
export const counts = ({ hits, of }: Rate): string => `${hits}/${of}`;

export const fixed = (x: number, digits = 2): string =>
  !Number.isFinite(x) ? '-' : x.toFixed(digits);

/** A table; bars in cells are escaped. The first column is left-aligned, the others right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = `|${header.map((_, i) => (i === 0 ? ' --- ' : ' ---: ')).join('|')}|`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}
