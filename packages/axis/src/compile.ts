import { emitElimination } from './emit-elimination.ts';
import { emitBody } from './expression/emit.ts';
import { createModel, jacobianOf, type ModelDefinition } from './model.ts';

const indent = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => by + line)
    .join('\n');

/** The arguments, with an underscore where the body does not use them. */
const argumentsOf = (body: string): string =>
  ['t', 'y', 'p', 'out']
    .map((name) => (new RegExp(`\\b${name}\\b`, 'u').test(body) ? name : `_${name}`))
    .join(', ');

const eliminationLines = (
  n: number,
  entries: readonly { readonly row: number; readonly column: number }[],
): string[] => {
  const { room, factor, solve } = emitElimination(
    n,
    entries.map(({ row, column }) => [row, column]),
  );
  return [
    '  elimination: {',
    `    room: ${room},`,
    `    factor: (s, j, w) => {\n${indent(factor, '      ')}\n    },`,
    `    solve: (w, x) => {\n${indent(solve, '      ')}\n    },`,
    '  },',
  ];
};

/** The name of the file with a model's compiled functions. */
export const compiledFile = (name: string): string => `${name.replaceAll('_', '-')}.ts`;

/**
 * Writes a TypeScript module that exports, by the model's name, its CompiledModel: rates, analytic
 * Jacobian and observables as straight code.
 */
export const compileModel = (definition: ModelDefinition): string => {
  const { rates, observed, places, stateNames } = createModel(definition);
  const entries = jacobianOf(rates, stateNames);
  const n = stateNames.length;
  const bodies = {
    derivative: emitBody(
      rates.map((value, slot) => ({ slot, value })),
      places,
    ),
    jacobian: emitBody(
      entries.map(({ row, column, value }) => ({ slot: row * n + column, value })),
      places,
    ),
    observe: emitBody(
      observed.map((value, slot) => ({ slot, value })),
      places,
    ),
  };
  const functions = Object.entries(bodies).map(
    ([name, body]) => `  ${name}: (${argumentsOf(body)}) => {\n${indent(body, '    ')}\n  },`,
  );
  return [
    '// biome-ignore-all format: written by fixtures/compile-models.ts, not by hand',
    "import type { CompiledModel } from '../../model.ts';",
    '',
    `export const ${definition.name}: CompiledModel = {`,
    ...functions,
    ...eliminationLines(n, entries),
    '  pattern: [',
    ...stateNames.map((_, row) => {
      const columns = entries.filter((entry) => entry.row === row);
      return `    ${columns.map(({ column }) => `[${row}, ${column}],`).join(' ')}`;
    }),
    '  ],',
    '};',
    '',
  ].join('\n');
};
