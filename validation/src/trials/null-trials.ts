import { createRandom, type Random } from '@zonula/numerics';
import { type Deals, dealsOf, judgeLooks, sequentialTest } from '@zonula/trial';
import { type Condition, nullDesign, nullTrial } from './conditions.ts';
import { studyURejects } from './studyu.ts';

export interface NullTask {
  readonly part: 'null';
  readonly seed: number;
  readonly phi: number;
  readonly condition: Condition;
  readonly trials: number;
}

/** How many of the trials were found to have an effect. */
export interface NullRow extends NullTask {
  readonly oneLook: number;
  readonly threeLooks: number;
  readonly studyU: number;
}

const significance = 0.05;
/** With the real deal 200: 5 % of them is a whole number. */
const otherDeals = 199;

let listed: Deals | null = null;
const allDeals = (): Deals => (listed ??= dealsOf(nullDesign, createRandom(0)));

function someDeals(random: Random): Deals {
  const { units, count, arms: all } = allDeals();
  const arms = new Uint8Array(otherDeals * units);
  for (let row = 0; row < otherDeals; row++) {
    const from = random.integer(count) * units;
    arms.set(all.subarray(from, from + units), row * units);
  }
  return { units, count: otherDeals, arms, complete: false };
}

export function runNull(task: NullTask): NullRow {
  const random = createRandom(task.seed);
  const found = { oneLook: 0, threeLooks: 0, studyU: 0 };
  for (let trial = 0; trial < task.trials; trial++) {
    const { data, score } = nullTrial(task.condition, task.phi, random);
    const looks = judgeLooks(data, someDeals(random));
    const values = looks.map((look) => look.values);
    const done = looks.map((look) => look.done);
    if (sequentialTest(values.slice(-1), [1], false, significance).rejects) found.oneLook++;
    const stops = done.some(
      (_, j) =>
        sequentialTest(values.slice(0, j + 1), done.slice(0, j + 1), false, significance).rejects,
    );
    if (stops) found.threeLooks++;
    if (studyURejects(score, random)) found.studyU++;
  }
  return { ...task, ...found };
}
