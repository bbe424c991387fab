import { lostDigits, mostGrowth, planElimination } from '@zonula/numerics';

type Pattern = readonly (readonly [row: number, column: number])[];

/** Straight code that factors W = s I - J of this pattern and solves with it. */
export interface EliminationBodies {
  readonly room: number;
  /** Of a function (s, j, w). */
  readonly factor: string;
  /** Of a function (w, x). */
  readonly solve: string;
}

/**
 * Writes the elimination of `planElimination` as straight code: entries live in variables, factors are kept
 * in `w`, pivots as their inverses.
 */
export const emitElimination = (n: number, pattern: Pattern): EliminationBodies => {
  const { pivots, filled } = planElimination(n, pattern);
  const slots = new Map([...filled].map((place, slot) => [place, slot]));
  const slot = (i: number, j: number): number => slots.get(i * n + j)!;
  const entry = (i: number, j: number): string => `w${i}_${j}`;
  const known = new Set(pattern.map(([i, j]) => i * n + j));

  const changed = new Set(
    pivots.flatMap(({ k, below, right }) => [
      k * n + k,
      ...below.flatMap((i) => [k, ...right].map((j) => i * n + j)),
    ]),
  );
  const factor = filled.map((place) => {
    const [i, j] = [Math.floor(place / n), place % n];
    const own = known.has(place) ? `j[${place}]!` : null;
    const value = i === j ? (own ? `s - ${own}` : 's') : own ? `-${own}` : '0';
    return `${changed.has(place) ? 'let' : 'const'} ${entry(i, j)} = ${value};`;
  });
  for (const { k, below, right } of pivots) {
    const size = known.has(k * n + k) ? `s + Math.abs(j[${k * n + k}]!)` : 's';
    const pivot = entry(k, k);
    factor.push(`if (!(Math.abs(${pivot}) > ${lostDigits} * (${size}))) return false;`);
    factor.push(`${pivot} = 1 / ${pivot};`, `w[${slot(k, k)}] = ${pivot};`);
    for (const i of below) {
      const share = entry(i, k);
      factor.push(`${share} *= ${pivot};`);
      factor.push(`if (Math.abs(${share}) > ${mostGrowth}) return false;`);
      factor.push(`w[${slot(i, k)}] = ${share};`);
      for (const j of right) factor.push(`${entry(i, j)} -= ${share} * ${entry(k, j)};`);
    }
    for (const j of right) factor.push(`w[${slot(k, j)}] = ${entry(k, j)};`);
  }
  factor.push('return true;');

  const solve = Array.from({ length: n }, (_, i) => `let x${i} = x[${i}]!;`);
  for (const { k, below } of pivots)
    for (const i of below) solve.push(`x${i} -= w[${slot(i, k)}]! * x${k};`);
  for (const { k, right } of pivots.toReversed()) {
    for (const j of right) solve.push(`x${k} -= w[${slot(k, j)}]! * x${j};`);
    solve.push(`x${k} *= w[${slot(k, k)}]!;`, `x[${k}] = x${k};`);
  }
  return { room: filled.length, factor: factor.join('\n'), solve: solve.join('\n') };
};
