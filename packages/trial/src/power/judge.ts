/**
 * The registered randomisation test on simulated days, made quick: one table of deals serves many
 * trials, each of which takes a row as its own deal. Dependences that the days rule out are left
 * aside, and the deals are gone through only until the answer is clear.
 */
import { type ArmModel, dot, type Projection } from '../analysis/arm-model.ts';
import type { Deals } from '../analysis/deals.ts';

export interface Judge {
  readonly rows: number;
  /** Takes days without effect, the response to a full exposure, and the deal that took place. */
  readonly load: (noise: Float64Array, response: Float64Array, row: number) => void;
  /** Whether the test finds this effect, in points. */
  readonly rejects: (effect: number, significance: number) => boolean;
  /** The statistic of every deal for this effect, that of the one that took place in front of the others. */
  readonly values: (effect: number) => Float64Array;
  /** Size of the estimate plus `z` standard errors where there is no effect. */
  readonly bound: (z: number) => number;
}

/** Dependences less plausible than this share of the most plausible one are left aside. */
const negligible = Math.log(1e-3);
/** Standard errors by which the share of telling deals must differ from the limit to end the search. */
const clear = 3.3;
/** Deals between two looks at whether the answer is clear. */
const stride = 20;

export function createJudge(model: ArmModel, deals: Deals): Judge {
  const { units, degreesOfFreedom } = model;
  const models = model.weights.length;
  const rows = deals.count;
  const { arms } = deals;
  const width = units + 1;
  /** Of the deals, one dependence after the other. */
  const information = new Float64Array(models * rows);
  const buffer = new Float64Array(models);
  for (let r = 0; r < rows; r++) {
    model.information(arms.subarray(r * units, (r + 1) * units), buffer);
    for (let k = 0; k < models; k++) information[k * rows + r] = buffer[k]!;
  }
  const prior = Float64Array.from(
    model.weights,
    (weight, k) => Math.log(weight) + model.logVolumes[k]!,
  );
  const power = -degreesOfFreedom / 2;
  /** Inner products by column of the model, the kept dependences side by side. */
  const products = new Float64Array(models * width);
  const offsets = new Float64Array(models);
  const squares = new Float64Array(models);
  const kept = new Int32Array(models);
  /** How plausible the kept dependences are by the days alone, the most plausible one 1. */
  const plausibilities = new Float64Array(models);
  const ours = new Float64Array(models);
  const theirs = new Float64Array(models);
  /** Square of an inner product, per information, from which on a deal explains as much as the real one. */
  const needed = new Float64Array(models);
  const starts = new Int32Array(rows + 1);
  const active = new Int32Array(rows * units);
  for (let r = 0, filled = 0; r < rows; r++) {
    for (let u = 0; u < units; u++) if (arms[r * units + u] === 1) active[filled++] = u;
    starts[r + 1] = filled;
  }
  const fours = Math.ceil(units / 4);
  /** Which of each four units hold the exposure under a deal, as bits. */
  const codes = new Uint8Array(rows * fours);
  for (let r = 0; r < rows; r++)
    for (let u = 0; u < units; u++)
      if (arms[r * units + u] === 1) codes[r * fours + (u >> 2)]! |= 1 << (u & 3);
  /** Inner products with every choice of each four units, by kept dependence. */
  const choices = new Float64Array(models * fours * 16);
  /** Dependences under which a deal of a stretch explains as much as the real one. */
  const above = new Uint8Array(stride + 1);
  let count = 0;
  let own = 0;
  const noise: Projection = model.project(new Float64Array(model.days));
  const response: Projection = model.project(new Float64Array(model.days));
  /** Per dependence: squares of noise and of response, and their product. */
  const noiseSquares = new Float64Array(models);
  const responseSquares = new Float64Array(models);
  const crossed = new Float64Array(models);

  /** Inner products and squares of noise + effect x response, and the dependences worth a look. */
  function mix(effect: number): void {
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < models; k++) {
      squares[k] =
        effect === 0
          ? noiseSquares[k]!
          : noiseSquares[k]! + effect * (2 * crossed[k]! + effect * responseSquares[k]!);
      offsets[k] = prior[k]! + power * Math.log(squares[k]!);
      top = Math.max(top, offsets[k]!);
    }
    count = 0;
    for (let k = 0; k < models; k++) {
      offsets[k] = offsets[k]! - top;
      if (offsets[k]! > negligible) {
        plausibilities[count] = Math.exp(offsets[k]!);
        kept[count++] = k;
      }
    }
    for (let i = 0; i < count; i++) {
      const [a, b] = [noise.products[kept[i]!]!, response.products[kept[i]!]!];
      for (let u = 0; u < width; u++) products[u * count + i] = a[u]! + effect * b[u]!;
    }
  }

  /** Inner product with the response to a deal under each kept dependence. */
  function productsOf(row: number, out: Float64Array): void {
    for (let i = 0; i < count; i++) out[i] = products[units * count + i]!;
    for (let j = starts[row]!; j < starts[row + 1]!; j++) {
      const at = active[j]! * count;
      for (let i = 0; i < count; i++) out[i] = out[i]! + products[at + i]!;
    }
  }

  /** Share of the variation that the deal explains under each kept dependence. */
  function explained(row: number, out: Float64Array): void {
    productsOf(row, out);
    for (let i = 0; i < count; i++) {
      const k = kept[i]!;
      const product = out[i]!;
      out[i] = (product * product) / (information[k * rows + row]! * squares[k]!) || 0;
    }
  }

  /** This share to the power of half the degrees of freedom. */
  function raised(share: number): number {
    let result = degreesOfFreedom % 2 === 1 ? Math.sqrt(share) : 1;
    for (let rest = degreesOfFreedom >> 1, factor = share; rest > 0; rest >>= 1) {
      if (rest % 2 === 1) result *= factor;
      factor *= factor;
    }
    return result;
  }

  function statisticOf(shares: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < count; i++)
      sum += plausibilities[i]! / raised(Math.max(1 - shares[i]!, 1e-12));
    return sum;
  }

  function fillChoices(): void {
    for (let i = 0; i < count; i++) {
      for (let u = 0; u < units; u++) {
        const from = (i * fours + (u >> 2)) * 16;
        const bit = 1 << (u & 3);
        const product = products[u * count + i]!;
        for (let choice = 0; choice < bit; choice++)
          choices[from + bit + choice] = choices[from + choice]! + product;
      }
    }
  }

  // The product by fours stands here and in `values`: as a function of its own it takes a sixth longer.

  /** How many of these deals, but for the real one, are at least as telling; mostly all dependences agree on it. */
  function countAsTelling(from: number, to: number, limit: number): number {
    above.fill(0);
    for (let i = 0; i < count; i++) {
      const fixed = products[units * count + i]!;
      const first = i * fours * 16;
      const offset = kept[i]! * rows;
      const least = needed[i]!;
      for (let r = from; r < to; r++) {
        let product = fixed;
        const code = r * fours;
        for (let g = 0; g < fours; g++) product += choices[first + g * 16 + codes[code + g]!]!;
        if (product * product >= least * information[offset + r]!) above[r - from]!++;
      }
    }
    let telling = 0;
    for (let r = from; r < to; r++) {
      const agreed = above[r - from]!;
      if (r === own || agreed === 0) continue;
      if (agreed < count) {
        explained(r, theirs);
        if (statisticOf(theirs) < limit) continue;
      }
      telling++;
    }
    return telling;
  }

  return {
    rows,
    load: (days, curve, row) => {
      model.project(days, noise);
      model.project(curve, response);
      for (let k = 0; k < models; k++) {
        const [x, y] = [noise.residuals[k]!, response.residuals[k]!];
        noiseSquares[k] = dot(x, x);
        responseSquares[k] = dot(y, y);
        crossed[k] = dot(x, y);
      }
      own = row;
    },
    rejects: (effect, significance) => {
      mix(effect);
      // Days that level and trend explain wholly say nothing of any deal.
      if (count === 0) return false;
      explained(own, ours);
      for (let i = 0; i < count; i++) needed[i] = (ours[i]! - 1e-12) * squares[kept[i]!]!;
      const limit = statisticOf(ours) * (1 - 1e-9);
      fillChoices();
      const others = rows - 1;
      const allowed = Math.floor(significance * rows + 1e-9) - 1;
      const share = allowed / others;
      let reached = 0;
      for (let from = 0, to = 0, seen = 0; from < rows; from = to) {
        to = Math.min(rows, from + stride);
        if (own >= from && own < to) to = Math.min(rows, to + 1);
        reached += countAsTelling(from, to, limit);
        if (reached > allowed) return false;
        seen += stride;
        if (seen > others) break;
        const spread = clear * Math.sqrt(share * (1 - share) * seen * (1 - seen / others));
        if (reached > share * seen + spread) return false;
        if (reached < share * seen - spread) return true;
      }
      return reached <= allowed;
    },
    values: (effect) => {
      mix(effect);
      const out = new Float64Array(rows);
      // Days that level and trend explain wholly say nothing of any deal.
      if (degreesOfFreedom < 2) return out;
      fillChoices();
      for (let i = 0; i < count; i++) {
        const fixed = products[units * count + i]!;
        const first = i * fours * 16;
        const offset = kept[i]! * rows;
        const square = squares[kept[i]!]!;
        const plausibility = plausibilities[i]!;
        for (let r = 0, at = 1; r < rows; r++) {
          let product = fixed;
          const code = r * fours;
          for (let g = 0; g < fours; g++) product += choices[first + g * 16 + codes[code + g]!]!;
          const share = (product * product) / (information[offset + r]! * square) || 0;
          const place = r === own ? 0 : at++;
          out[place] = out[place]! + plausibility / raised(Math.max(1 - share, 1e-12));
        }
      }
      return out;
    },
    bound: (z) => {
      mix(0);
      productsOf(own, theirs);
      let total = 0;
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const k = kept[i]!;
        const amount = information[k * rows + own]!;
        const product = theirs[i]!;
        const square = squares[k]! - (product * product) / amount;
        const error = Math.sqrt(square / Math.max(1, degreesOfFreedom - 1) / amount);
        const weight = plausibilities[i]!;
        total += weight;
        sum += weight * (Math.abs(product / amount) + z * error);
      }
      return sum / total;
    },
  };
}
