/**
 * Published numbers that this package must reproduce, from their original data. Which of the data
 * may be shipped, and the scripts behind the numbers, are told in fixtures/README.md.
 */
import { causalImpactGolden } from './causal-impact.ts';
import { chicagoGolden } from './chicago.ts';
import { laughterArms, laughterGolden } from './laughter.ts';
import { melatoninGolden } from './melatonin.ts';
import type { GoldenRow, ReadFile } from './row.ts';

export type { GoldenRow, ReadFile } from './row.ts';

/**
 * All published numbers against ours; about five seconds. `readFile` gets names such as
 * `dlnm/chicagoNMMAPS.csv` inside the folder of reference data and throws when there is no such
 * file.
 */
export function goldenNumbers(readFile: ReadFile): GoldenRow[] {
  return [
    ...melatoninGolden(readFile),
    ...laughterGolden(laughterArms(readFile)),
    ...chicagoGolden(readFile),
    ...causalImpactGolden(readFile),
  ];
}
