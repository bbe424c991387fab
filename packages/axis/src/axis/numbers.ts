import type { Parameter, Prior } from '../model.ts';
import { calibrated } from './calibrated.ts';

type Range = readonly [least: number, most: number];

/** A guess of ours; people differ by `prior`, if any. */
export const assumed = (
  value: number,
  unit: string,
  range: Range,
  about: string,
  prior?: Prior,
): Parameter => ({
  value,
  unit,
  range,
  source: 'our assumption',
  tag: 'assumed',
  about,
  ...(prior ? { prior } : {}),
});

/** A number seen in people or animals, or taken from a published model. */
export const known = (
  tag: 'measured' | 'modelled',
  value: number,
  unit: string,
  range: Range,
  about: string,
  source: string,
  prior?: Prior,
): Parameter => ({ value, unit, range, source, tag, about, ...(prior ? { prior } : {}) });

/** A gain of ours, set so that an anchor comes true (`calibrate.ts`); people differ by `prior`. */
export const fitted = (
  name: keyof typeof calibrated,
  unit: string,
  range: Range,
  about: string,
  anchor: string,
  prior?: Prior,
): Parameter => ({
  value: calibrated[name],
  unit,
  range,
  source: `our structure, set by: ${anchor}`,
  tag: 'modelled',
  about,
  ...(prior ? { prior } : {}),
});

/** What an event switches on for a while: 0 where nobody does. */
export const input = (unit: string, most: number, about: string): Parameter =>
  assumed(0, unit, [0, most], about);

/** People differ by this factor, up and down, in two of three cases. */
export const fold = (factor: number): Prior => ({ kind: 'log-normal', spread: Math.log(factor) });

/** Nothing at all in a share `zero` of people, else the upper half of a normal distribution. */
export const perhaps = (zero: number, scale: number): Prior => ({
  kind: 'zero-or-half-normal',
  zero,
  scale,
});
