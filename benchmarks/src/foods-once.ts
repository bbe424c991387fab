/** Measures the foods once, in a process of its own: argument is the repository's folder. */
import { createFoods, readFoodTables } from '@zonula/foods';
import { createRandom } from '@zonula/numerics';
import { cpuSeconds } from './calibrate.ts';
import { foodQueries } from './food-queries.ts';
import { foodTablesText } from './food-tables.ts';

const text = foodTablesText(process.argv[2]!);
/** Processor time and time of the clock, which depends on what else the machine does. */
interface Took {
  readonly cpuMs: number;
  readonly wallMs: number;
}
const stopwatch = (): (() => Took) => {
  const cpu = cpuSeconds();
  const wall = performance.now();
  return () => ({ cpuMs: (cpuSeconds() - cpu) * 1000, wallMs: performance.now() - wall });
};

const collect = (globalThis as { gc?: () => void }).gc;
const memory = (): number => {
  collect?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

const before = memory();
const sinceStart = stopwatch();
const tables = readFoodTables(text);
const foods = createFoods(tables);
const ready = sinceStart();

const sinceFirst = stopwatch();
foods.read('chiken soop');
const first = sinceFirst();

/** Right when the food that is meant is among those read. */
const codes = new Map(tables.commonNames.map(({ name, code }) => [name, code]));
let right = 0;
const phrases = foodQueries.map(([typed, meant]) => {
  const since = stopwatch();
  const { items } = foods.read(typed);
  const took = since();
  if (items.length === 1 && items[0]!.code === codes.get(meant)) right += 1;
  return took;
});

const random = createRandom(1);
const pick = () => tables.commonNames[random.integer(tables.commonNames.length)]!.name;
const rows = Array.from({ length: 10_000 }, (_, i) =>
  i % 3 === 0
    ? `${1 + random.integer(3)} ${pick()}`
    : i % 3 === 1
      ? `${pick()} and ${pick()}`
      : pick(),
);
const sinceRows = stopwatch();
let items = 0;
for (const row of rows) items += foods.read(row).items.length;
const tenThousand = sinceRows();
const megabytes = memory() - before;

process.stdout.write(
  JSON.stringify({ ready, first, phrases, right, tenThousand, items, megabytes }),
);
