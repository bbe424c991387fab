import type { Category } from '@zonula/diary';
import type { Grain } from './grain.ts';
import type { Item, ItemRow, Items } from './items.ts';
import { triplesOf, type Warn } from './outcomes.ts';
import { median } from './statistics.ts';
import type { Exposure } from './timeline.ts';

/** An exposure before anybody asked whether it can be judged. */
export type Dosed = Omit<
  Exposure,
  'identifiable' | 'candidate' | 'reason' | 'collinear' | 'identical'
>;

export const exposureCategories: readonly Category[] = [
  'food',
  'habit',
  'skincare',
  'supplement',
  'medication',
];

/** No amount of anything in a day is larger, in whatever unit; beyond lies a broken file. */
const LARGEST_AMOUNT = 1e9;

export const usable = (row: ItemRow): boolean => row.value >= 0 && row.value <= LARGEST_AMOUNT;

/**
 * Amounts that can be added up. One unit: as recorded. Several units in one item: each row in
 * multiples of the median row of its own unit, because 200 mg and 1 tablet cannot be added.
 */
const amountIn = (
  rows: readonly ItemRow[],
  units: ReadonlySet<string>,
): ((row: ItemRow) => number) => {
  if (units.size <= 1) return (row) => row.value;
  const byUnit = new Map<string, number[]>();
  for (const row of rows) {
    const values = byUnit.get(row.unit) ?? [];
    byUnit.set(row.unit, values);
    if (usable(row) && row.value > 0) values.push(row.value);
  }
  const medians = new Map([...byUnit].map(([unit, values]) => [unit, median(values)]));
  return (row) => (row.value === 0 ? 0 : row.value / medians.get(row.unit)!);
};

export interface DayCounts {
  readonly daysWith: number;
  readonly daysWithout: number;
  readonly daysUnknown: number;
  readonly spells: number;
}

/** Counts the three states. A spell ends at a known day without; unknown days do not end it. */
export const countDays = (dose: Float64Array): DayCounts => {
  let daysWith = 0;
  let daysWithout = 0;
  let spells = 0;
  let inSpell = false;
  for (const amount of dose) {
    if (amount > 0) {
      daysWith += 1;
      if (!inSpell) spells += 1;
      inSpell = true;
    } else if (amount === 0) {
      daysWithout += 1;
      inSpell = false;
    }
  }
  return { daysWith, daysWithout, daysUnknown: dose.length - daysWith - daysWithout, spells };
};

/** Scales a series of amounts in place so that its median over the days with any is 1. */
export const toPortions = (dose: Float64Array): number => {
  const amounts: number[] = [];
  for (const amount of dose) if (amount > 0) amounts.push(amount);
  const portion = amounts.length === 0 ? 1 : median(amounts);
  if (portion !== 1) for (let day = 0; day < dose.length; day += 1) dose[day]! /= portion;
  return portion;
};

const doseOf = (item: Item, items: Items, warn: Warn): Dosed => {
  const known = items.known(item.category);
  const dose = new Float64Array(items.days);
  for (let day = 0; day < items.days; day += 1) if (known[day] === 0) dose[day] = Number.NaN;
  const units = new Set(item.rows.map((row) => row.unit));
  const amount = amountIn(item.rows, units);
  if (units.size > 1) {
    warn(
      'mixed-units',
      `${item.identity} was recorded in several units. Each amount is compared with the usual one in its own unit.`,
    );
  }
  let broken = 0;
  for (const row of item.rows) {
    if (usable(row)) dose[row.day]! += amount(row);
    else {
      dose[row.day] = Number.NaN;
      broken += 1;
    }
  }
  if (broken > 0) {
    warn(
      'impossible-amount',
      `${item.identity} has amounts below zero or absurdly large. Those days count as unknown.`,
      broken,
    );
  }
  const portion = toPortions(dose);
  const grain: Grain = item.category === 'food' ? 'dish' : 'entry';
  const unit = units.size === 1 ? [...units][0]! : '';
  return {
    id: item.identity,
    grain,
    category: item.category,
    name: item.name,
    rows: [item.identity],
    dose,
    portion: units.size > 1 ? 1 : portion,
    unit: unit === '' ? null : unit,
    timed: triplesOf(item.rows.filter(usable), (row) => amount(row) / portion),
    ...countDays(dose),
  };
};

/** Dishes and entries, one exposure per identity, with the three states of the diary's contract. */
export const dosesOf = (items: Items, wanted: ReadonlySet<Grain>, warn: Warn): readonly Dosed[] =>
  exposureCategories
    .filter((category) => wanted.has(category === 'food' ? 'dish' : 'entry'))
    .flatMap((category) => items.byCategory.get(category) ?? [])
    .map((item) => doseOf(item, items, warn));
