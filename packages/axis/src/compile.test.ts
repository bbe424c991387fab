import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { axisDefinitions } from './axis/definitions.ts';
import { axisModels } from './axis/models.ts';
import { compiledFile, compileModel } from './compile.ts';
import { createModel } from './model.ts';
import { definitions } from './models/definitions.ts';
import { models } from './models/models.ts';

const cases = [...definitions, ...axisDefinitions].map((definition) => ({
  name: definition.name,
  definition,
}));

test.each(cases)('the compiled file of $name is that of its formulas', ({ name, definition }) => {
  const file = new URL(`./models/compiled/${compiledFile(name)}`, import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(compileModel(definition));
});

test.each(cases)(
  '$name computes what its formulas say, and their derivatives',
  ({ name, definition }) => {
    const compiled = [...models, ...axisModels].find((model) => model.definition.name === name)!;
    const interpreted = createModel(definition);
    const n = compiled.stateNames.length;
    const y = Float64Array.from(Object.values(definition.states), ({ initial }, i) => {
      return initial * (1.1 + 0.01 * i) + 0.01 * (i + 1);
    });
    const p = Float64Array.from(Object.values(definition.parameters), ({ value, range }) => {
      return 0.9 * value + 0.1 * Math.min(range[1], value + 1);
    });
    const compute = (of: typeof compiled, what: 'derivative' | 'jacobian', at: Float64Array) => {
      const out = new Float64Array(what === 'jacobian' ? n * n : n);
      of.system[what]!(3, at, p, out);
      return out;
    };
    for (const what of ['derivative', 'jacobian'] as const) {
      const expected = compute(interpreted, what, y);
      compute(compiled, what, y).forEach((value, i) => {
        expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(1e-9 * Math.abs(expected[i]!));
      });
    }
    const jacobian = compute(compiled, 'jacobian', y);
    for (let j = 0; j < n; j++) {
      const step = 1e-5 * y[j]!;
      const above = compute(compiled, 'derivative', y.with(j, y[j]! + step));
      const below = compute(compiled, 'derivative', y.with(j, y[j]! - step));
      for (let i = 0; i < n; i++) {
        const slope = (above[i]! - below[i]!) / (2 * step);
        const rounding = (1e-15 * (Math.abs(above[i]!) + y[i]! * 1e3)) / step;
        expect(Math.abs(jacobian[i * n + j]! - slope)) //
          .toBeLessThanOrEqual(1e-5 * Math.abs(slope) + rounding * 1e2 + 1e-12);
      }
    }
    const seen = [interpreted, compiled].map(({ observe, observableNames }) => {
      const out = new Float64Array(observableNames.length);
      observe(3, y, p, out);
      return out;
    });
    seen[0]!.forEach((value, i) => {
      expect(seen[1]![i]).toBeCloseTo(value, 9);
    });
  },
);

test.each(cases)(
  'the written elimination of $name solves its equations',
  ({ name, definition }) => {
    const { system } = [...models, ...axisModels].find((model) => model.definition.name === name)!;
    const { size: n, elimination } = system;
    const y = Float64Array.from(Object.values(definition.states), ({ initial }, i) => {
      return initial * (1.1 + 0.01 * i) + 0.01 * (i + 1);
    });
    const p = Float64Array.from(Object.values(definition.parameters), ({ value }) => value);
    const jacobian = new Float64Array(n * n);
    system.jacobian!(3, y, p, jacobian);
    const x = Float64Array.from({ length: n }, (_, i) => 1 + Math.sin(i));
    const right = x.slice();
    const w = new Float64Array(elimination!.room);
    const shift = 20;
    expect(elimination!.factor(shift, jacobian, w)).toBe(true);
    elimination!.solve(w, x);
    for (let i = 0; i < n; i++) {
      const terms = Array.from(
        x,
        (value, j) => ((i === j ? shift : 0) - jacobian[i * n + j]!) * value,
      );
      const size = terms.reduce((sum, term) => sum + Math.abs(term), Math.abs(right[i]!));
      const left = terms.reduce((sum, term) => sum + term, 0);
      expect(Math.abs(left - right[i]!)).toBeLessThan(1e-10 * size);
    }
  },
);
