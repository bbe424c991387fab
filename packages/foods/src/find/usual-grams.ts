/**
 * A usual portion by the survey's food groups (first digits of the eight-digit code), for foods without
 * a portion of their own. Round figures; the commonest portion of each group in FNDDS.
 */
const groups: readonly (readonly [string, number])[] = [
  ['115', 240],
  ['114', 170],
  ['11', 240],
  ['12', 15],
  ['13', 130],
  ['14', 30],
  ['1', 100],
  ['20', 100],
  ['21', 100],
  ['27', 250],
  ['28', 250],
  ['2', 100],
  ['31', 50],
  ['32', 110],
  ['3', 100],
  ['41', 130],
  ['42', 30],
  ['4', 30],
  ['51', 50],
  ['53', 80],
  ['54', 30],
  ['55', 100],
  ['56', 160],
  ['57', 40],
  ['58', 250],
  ['5', 60],
  ['61', 130],
  ['62', 40],
  ['64', 240],
  ['6', 130],
  ['71', 120],
  ['76', 240],
  ['7', 90],
  ['81', 10],
  ['83', 30],
  ['8', 15],
  ['91', 20],
  ['92', 240],
  ['93', 200],
  ['94', 240],
  ['95', 30],
  ['9', 100],
];

/** Grams; 100 for own foods without a name. */
export const usualGrams = (code: number): number => {
  const text = String(code);
  if (text.length !== 8) return 100;
  return groups.find(([start]) => text.startsWith(start))?.[1] ?? 100;
};
