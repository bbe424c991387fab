import { createRandom } from '@zonula/numerics';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { compileLoops } from '../../compile/compile-loops.ts';
import { exampleProblem } from '../../fixtures/problems.ts';
import { createBasis, fillBasis } from '../basis.ts';
import { dotRows } from '../dot.ts';
import { createGains } from '../filter.ts';
import { defaultPriors } from '../model.ts';
import { runChain } from '../sampler.ts';
import { createScanBuffers, prepare } from '../scan.ts';
import { createInnerLoops } from './inner-loops.ts';
import { loopsBinary } from './loops-binary.ts';
import { createPlainLoops } from './plain-loops.ts';
import { createVectorLoops, mostResident } from './vector-loops.ts';

describe('the loops in WebAssembly', () => {
  it('are what loops.wat says', async () => {
    expect(await compileLoops()).toBe(loopsBinary);
  });

  it('multiply as plain JavaScript does, bit for bit, at any sizes and offsets', () => {
    const { problem } = exampleProblem(1);
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer({ min: 1, max: 1e6 }),
          n: fc.nat(23),
          count: fc.nat(9),
          offset: fc.nat(3),
        }),
        ({ seed, n, count, offset }) => {
          const random = createRandom(seed);
          const results = [createPlainLoops(problem), createVectorLoops(problem, 400, 3)].map(
            ({ array, dotRows }) => {
              const own = random.fork(1);
              const a = array(offset + n);
              const rows = array(offset + count * n);
              const out = array(offset + count);
              for (const values of [a, rows])
                for (let i = 0; i < values.length; i++) values[i] = own.normal();
              dotRows(a, offset, rows, offset, count, n, out, offset);
              return Array.from(out);
            },
          );
          expect(results[1]).toEqual(results[0]);
        },
      ),
      { seed: 2, numRuns: 300 },
    );
  });

  it('prepare candidates as plain JavaScript does, bit for bit, also where not all rows are kept in reach', () => {
    const long = new Float64Array(mostResident + 1);
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer({ min: 1, max: 1e6 }),
          days: fc.integer({ min: 20, max: 41 }),
          exposures: fc.integer({ min: 1, max: 5 }),
          missing: fc.constantFrom(0, 0.3, 0.8),
          isLong: fc.boolean(),
        }),
        ({ seed, isLong, ...options }) => {
          const { problem: short, precision, dynamics, y } = exampleProblem(seed, options);
          if (isLong) long.set(short.pushes);
          const problem = isLong ? { ...short, pushes: long } : short;
          const everyone = Int32Array.from({ length: problem.exposures }, (_, j) => j);
          const results = [createPlainLoops, createVectorLoops].map((make) => {
            const buffers = createScanBuffers(problem, make);
            const basis = createBasis(problem, createGains(problem.days), buffers.loops);
            const scratch = new Float64Array(problem.days);
            fillBasis(problem, defaultPriors, dynamics, precision, 0.5, y, [1], scratch, basis);
            const { columns, self, cross, solved } = prepare(problem, basis, everyone, buffers);
            const candidates = problem.exposures * problem.kernels.length;
            return [
              basis.logMarginal,
              ...columns.subarray(0, candidates * problem.recorded.length),
              ...self.subarray(0, candidates),
              ...cross.subarray(0, candidates),
              ...solved.subarray(0, candidates * problem.covariates),
            ];
          });
          expect(results[1]).toEqual(results[0]);
          expect(results[0].every(Number.isFinite)).toBe(true);
        },
      ),
      { seed: 3, numRuns: 60 },
    );
  });

  it('never write outside of their memory: candidates that lie elsewhere are refused', () => {
    const { problem } = exampleProblem(1);
    const buffers = createScanBuffers(problem, createVectorLoops);
    const basis = createBasis(problem, createGains(problem.days), buffers.loops);
    const prepareTwo = buffers.loops.preparing(basis);
    for (const name of ['columns', 'solved', 'self', 'cross'] as const) {
      const room = { ...buffers.lone, [name]: new Float64Array(buffers.lone[name].length) };
      expect(() => prepareTwo(0, 0, 0, 0, room, 0)).toThrow(RangeError);
    }
  });

  it('leave arrays that are not theirs to plain JavaScript', () => {
    const { problem } = exampleProblem(1);
    const loops = createVectorLoops(problem, 0, 0);
    const out = new Float64Array(1);
    loops.dotRows(Float64Array.of(1, 2), 0, Float64Array.of(3, 4), 0, 1, 2, out, 0);
    expect(out[0]).toBe(11);
    const whole = loops.array(1e5);
    expect(whole).toEqual(new Float64Array(1e5));
  });

  it('are done without where a page forbids WebAssembly, with the same chain', () => {
    const example = exampleProblem(7, { exposures: 4, days: 60 });
    const chain = () =>
      runChain({
        problem: example.problem,
        priors: defaultPriors,
        random: createRandom(5),
        effort: {
          burnIn: 5,
          rounds: 20,
          scansPerRound: 2,
          stepsPerRound: 4,
          movesPerRound: 6,
          minimumVisit: 0.3,
        },
      });
    const withVectors = chain();
    expect(createInnerLoops(example.problem, 0, 0).dotRows).not.toBe(dotRows);
    vi.stubGlobal('WebAssembly', undefined);
    try {
      expect(createInnerLoops(example.problem, 0, 0).dotRows).toBe(dotRows);
      expect(chain()).toEqual(withVectors);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
