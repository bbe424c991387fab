import { UnusableInput, unusable } from '@zonula/diary';
import { CommanderError } from 'commander';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureOf, oneLine, UnusableArguments } from './failure.ts';

describe('failureOf', () => {
  test('names file, line and column, as far as they are known', () => {
    const at = (place: UnusableInput['place']) => failureOf(new UnusableInput('a date', place));
    expect(at({ file: 'd.csv', line: 3, column: 1 })).toEqual({
      line: 'zonula: d.csv:3:1: a date',
      exitCode: 2,
    });
    expect(at({ file: 'd.csv' }).line).toBe('zonula: d.csv: a date');
    expect(at({}).line).toBe('zonula: a date');
  });

  test('a place that the message holds in words is said once', () => {
    const place = { file: 'd: 1.csv', line: 3, column: 4, columnName: 'value (0-10)' };
    expect(failureOf(unusable(place, 'expected a number')).line).toBe(
      'zonula: d: 1.csv:3:4: expected a number',
    );
    expect(failureOf(unusable({ file: 'd.csv' }, 'expected rows: none')).line).toBe(
      'zonula: d.csv: expected rows: none',
    );
  });

  test('arguments are 2, help is 0, a defect is 1 and says how to see more', () => {
    expect(failureOf(new UnusableArguments('no'))).toEqual({ line: 'zonula: no', exitCode: 2 });
    expect(failureOf(new CommanderError(1, 'x', 'error: no\n(Did you mean yes?)'))).toEqual({
      line: 'zonula: no (Did you mean yes?)',
      exitCode: 2,
    });
    expect(failureOf(new CommanderError(0, 'commander.help', ''))).toEqual({
      line: null,
      exitCode: 0,
    });
    expect(failureOf(new CommanderError(1, 'commander.help', '(outputHelp)'))).toEqual({
      line: 'zonula: the name of a command is missing; --help lists them',
      exitCode: 2,
    });
    const defect = failureOf(new TypeError('x is undefined'));
    expect(defect.exitCode).toBe(1);
    expect(defect.line).toContain('x is undefined');
    expect(defect.line).toContain('--debug');
  });
});

test('oneLine: always one short line without control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      const line = oneLine(text);
      expect(line.length).toBeLessThanOrEqual(500);
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e]/u);
    }),
    { seed: 1, numRuns: 300 },
  );
  expect(oneLine('a\u001b[31mred\n  b')).toBe('a\ufffd[31mred b');
});
