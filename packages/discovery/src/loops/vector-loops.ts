import { dotRows } from '../dot.ts';
import type { Problem } from '../model.ts';
import type { InnerLoops } from './inner-loops.ts';
import { loopsBinary } from './loops-binary.ts';

/** What is used of it; the types of browsers and of Node each hold another part. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { readonly initial: number; readonly maximum: number });
    readonly buffer: ArrayBuffer;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(
      module: Module,
      imports: Readonly<Record<string, Readonly<Record<string, Memory>>>>,
    );
    readonly exports: Readonly<Record<string, unknown>>;
  }
}

/** Of loops.wat: addresses in bytes. */
interface Exports {
  readonly dotRows: (a: number, rows: number, count: number, n: number, out: number) => void;
  readonly prepareTwo: (
    gains: number,
    days: number,
    persistence: number,
    pushA: number,
    pushB: number,
    carryA: number,
    carryB: number,
    columns: number,
    count: number,
    outcome: number,
    covariates: number,
    q: number,
    factor: number,
    against: number,
    pairs: number,
    solved: number,
    self: number,
    cross: number,
  ) => void;
}

const pageBytes = 65536;
const valueBytes = 8;
/** Pushes up to this many values (64 MB) are kept in reach; of longer ones two rows at a time. */
export const mostResident = 8e6;
/** Where an array may start: vectors are read fastest there. */
const alignment = 16;

let compiled: WebAssembly.Module | null = null;

const start = (memory: WebAssembly.Memory): Exports => {
  compiled ??= new WebAssembly.Module(
    Uint8Array.from(atob(loopsBinary), (letter) => letter.charCodeAt(0)),
  );
  const { exports } = new WebAssembly.Instance(compiled, { loops: { memory } });
  return exports as unknown as Exports;
};

/**
 * In WebAssembly, two values at a time.
 * @param values how many values `array` will be asked for in all, in at most `arrays` arrays
 * Throws where there is no WebAssembly with vectors, or the page's policy forbids it.
 */
export const createVectorLoops = (problem: Problem, values: number, arrays: number): InnerLoops => {
  const { days, covariates: q, pushes: given } = problem;
  const count = problem.recorded.length;
  const sizes = {
    gains: 4 * days,
    pushes: given.length <= mostResident ? given.length : 2 * days,
    outcome: count,
    covariates: q * count,
    factor: q * q,
    against: q,
    pairs: 2 * Math.max(q, 2),
  };
  const own = Object.values(sizes);
  const bytes =
    (own.reduce((sum, size) => sum + size, values) + (own.length + arrays) * 2) * valueBytes;
  const pages = Math.ceil(bytes / pageBytes);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { buffer } = memory;
  const loops = start(memory);
  let next = 0;
  const array = (length: number): Float64Array => {
    if (next + length * valueBytes > buffer.byteLength) return new Float64Array(length);
    const made = new Float64Array(buffer, next, length);
    next = Math.ceil((next + length * valueBytes) / alignment) * alignment;
    return made;
  };
  /** weight, carryX, gainM, carrySum of every day. */
  const gains = array(sizes.gains);
  const pushes = array(sizes.pushes);
  const resident = pushes.length === given.length;
  if (resident) pushes.set(given);
  const outcome = array(sizes.outcome);
  const covariates = array(sizes.covariates);
  const factor = array(sizes.factor);
  const against = array(sizes.against);
  const pairs = array(sizes.pairs);
  return {
    array,
    dotRows: (a, ao, rows, rowsAt, rowCount, n, out, outAt) => {
      if (a.buffer !== buffer || rows.buffer !== buffer || out.buffer !== buffer) {
        dotRows(a, ao, rows, rowsAt, rowCount, n, out, outAt);
        return;
      }
      loops.dotRows(
        a.byteOffset + valueBytes * ao,
        rows.byteOffset + valueBytes * rowsAt,
        rowCount,
        n,
        out.byteOffset + valueBytes * outAt,
      );
    },
    preparing: (basis) => {
      const { weight, carryX, gainM, carrySum, persistence } = basis.gains;
      for (let t = 0; t < days; t++) {
        gains[4 * t] = weight[t];
        gains[4 * t + 1] = carryX[t];
        gains[4 * t + 2] = gainM[t];
        gains[4 * t + 3] = carrySum[t];
      }
      outcome.set(basis.outcome);
      covariates.set(basis.columns.subarray(0, q * count));
      against.set(basis.solved.subarray(0, q));
      for (let k = 0; k < q; k++)
        for (let l = 0; l <= k; l++) factor[k * q + l] = basis.factor[k * basis.capacity + l];
      return (a, b, carryA, carryB, { columns, solved, self, cross }, c) => {
        if ([columns, solved, self, cross].some((one) => one.buffer !== buffer))
          throw new RangeError('candidates need room that the loops can reach');
        if (!resident) {
          pushes.set(given.subarray(a, a + days));
          pushes.set(given.subarray(b, b + days), days);
        }
        loops.prepareTwo(
          gains.byteOffset,
          days,
          persistence,
          pushes.byteOffset + (resident ? valueBytes * a : 0),
          pushes.byteOffset + valueBytes * (resident ? b : days),
          carryA,
          carryB,
          columns.byteOffset + valueBytes * c * count,
          count,
          outcome.byteOffset,
          covariates.byteOffset,
          q,
          factor.byteOffset,
          against.byteOffset,
          pairs.byteOffset,
          solved.byteOffset + valueBytes * c * q,
          self.byteOffset + valueBytes * c,
          cross.byteOffset + valueBytes * c,
        );
      };
    },
  };
};
