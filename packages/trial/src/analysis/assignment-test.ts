import type { Random } from '@zonula/numerics';
import { drawnPeriods } from '../design.ts';
import { type LookResult, sequentialTest } from '../looks/sequential-test.ts';
import { type ArmModel, createArmModel } from './arm-model.ts';
import { type Deals, dealsOf } from './deals.ts';
import { defaultDependence, type WeightedDependence } from './dependence.ts';
import {
  type DealTable,
  type DealtSeries,
  dealSeries,
  statistics,
  tableOf,
} from './randomisation-test.ts';
import { analysedDays, drawnPeriodsOf, immediateResponse, type TrialData } from './trial-data.ts';

export interface TestOptions {
  /** Deals to compare with; by default those of the design. */
  readonly deals?: Deals;
  readonly dependences?: readonly WeightedDependence[];
  /** Share of false alarms, over all looks together. */
  readonly significance?: number;
}

export interface AssignmentTest extends LookResult {
  readonly model: ArmModel;
  readonly table: DealTable;
  readonly outcome: DealtSeries;
}

/** Known and analysed days of the first `periods` drawn periods, ascending. */
export function knownDays(data: TrialData, periods = Infinity, also?: Float64Array): number[] {
  const days = data.outcome.length;
  const first = drawnPeriodsOf(data).slice(0, periods);
  const counts = analysedDays(first, days);
  return [...counts.keys()].filter(
    (day) =>
      counts[day] === 1 && !Number.isNaN(data.outcome[day]!) && !Number.isNaN(also?.[day] ?? 0),
  );
}

/** Arms of the drawn periods that took place, 0 for those that did not. */
function actualArms(data: TrialData): Uint8Array {
  const arms = new Uint8Array(drawnPeriods(data.design));
  drawnPeriodsOf(data).forEach(({ arm }, u) => {
    arms[u] = arm === 'with' ? 1 : 0;
  });
  return arms;
}

/**
 * The deals of a design with the real one in front, judged on some days. A trial that was stopped
 * has no days in its later periods, so their arms do not matter.
 */
export function judgeDeals(
  data: TrialData,
  known: readonly number[],
  deals: Deals,
  dependences: readonly WeightedDependence[] = defaultDependence,
): { readonly model: ArmModel; readonly table: DealTable } {
  const units = drawnPeriods(data.design);
  const response = immediateResponse(data.periods, units, data.outcome.length);
  const model = createArmModel(response, known, dependences);
  return { model, table: tableOf(model, actualArms(data), deals) };
}

/** What the days say of every deal at one look. */
export interface JudgedLook {
  readonly model: ArmModel;
  readonly table: DealTable;
  readonly outcome: DealtSeries;
  /** The statistic of every deal, the real one first. */
  readonly values: Float64Array;
  /** Share of the planned periods that were completed. */
  readonly done: number;
}

/** The looks that the design declares and that have been reached; the last is the one now. */
export function judgeLooks(
  data: TrialData,
  deals: Deals,
  dependences: readonly WeightedDependence[] = defaultDependence,
): JudgedLook[] {
  const units = drawnPeriods(data.design);
  const took = drawnPeriodsOf(data).length;
  const earlier = data.design.looks.filter((look) => look < took);
  return [...earlier, took].map((periods) => {
    const { model, table } = judgeDeals(data, knownDays(data, periods), deals, dependences);
    const outcome = dealSeries(model, table, data.outcome);
    const values = new Float64Array(table.rows);
    statistics(model, table, outcome, null, 0, values);
    return { model, table, outcome, values, done: periods / units };
  });
}

/**
 * The test that was registered: randomisation under the design, over all looks that the design
 * declares and that have been reached. Random numbers are drawn only where the deals are too many
 * to list.
 */
export function testAssignment(
  data: TrialData,
  random: Random,
  { deals = dealsOf(data.design, random), dependences, significance = 0.05 }: TestOptions = {},
): AssignmentTest {
  const looks = judgeLooks(data, deals, dependences);
  const { model, table, outcome } = looks.at(-1)!;
  const result = sequentialTest(
    looks.map(({ values }) => values),
    looks.map(({ done }) => done),
    deals.complete,
    significance,
  );
  return { ...result, model, table, outcome };
}
