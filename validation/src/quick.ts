/**
 * A fast look at an engine on tuning seeds.
 *
 *     npx tsx validation/src/quick.ts [--engine discover] [--nulls 40] [--power 40] [--days 180]
 *                                     [--offset 0] [--verbose]
 *
 * Without --days the lengths vary over 60-420 days.
 */
import { parseArgs } from 'node:util';
import { toTimeline } from '@zonula/timeline';
import { engineNamed } from './engine.ts';
import { seedsOf } from './seeds.ts';
import { features, type Scenario } from './simulate/scenario.ts';
import { simulate } from './simulate/simulate.ts';
import { countIf, mean, quantile, type Rate, rateOf } from './statistics.ts';
import { reliabilityOf } from './studies/reliability.ts';
import { type DiaryScore, score } from './studies/score.ts';
import { foundByStratum } from './studies/strata.ts';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'discover' },
    nulls: { type: 'string', default: '40' },
    power: { type: 'string', default: '40' },
    days: { type: 'string' },
    offset: { type: 'string', default: '0' },
    verbose: { type: 'boolean', default: false },
  },
});

const percent = ({ hits, of, rate, interval }: Rate): string =>
  of === 0
    ? '-'
    : `${hits}/${of} = ${(100 * rate).toFixed(1)} % [${interval.map((p) => (100 * p).toFixed(1)).join(', ')}]`;

const engine = engineNamed(values.engine);
const length: Partial<Scenario> = values.days === undefined ? {} : { days: Number(values.days) };
const times: number[] = [];

function run(seed: number, fixed: Partial<Scenario>) {
  const simulation = simulate(seed, { ...length, ...fixed });
  const timeline = toTimeline(simulation.diary, { outcome: simulation.outcomeId });
  const start = performance.now();
  const answer = engine(timeline, seed);
  times.push(performance.now() - start);
  return { simulation, timeline, answer };
}

const offset = Number(values.offset);
const nulls = seedsOf('tuning', 'false-accusations', Number(values.nulls), offset).map((seed) => {
  const { simulation, answer } = run(seed, { triggers: 0 });
  const accused = answer.claims.length > 0;
  if (accused && values.verbose) {
    const { scenario } = simulation.person;
    console.log(`null ${seed}: ${JSON.stringify(answer.claims)} ${JSON.stringify(scenario)}`);
  }
  return { scenario: simulation.person.scenario, accused };
});
if (nulls.length > 0) {
  console.log(
    `\nnull diaries accused: ${percent(
      rateOf(
        countIf(nulls, (n) => n.accused),
        nulls.length,
      ),
    )}`,
  );
  for (const feature of features) {
    const group = nulls.filter(({ scenario }) => feature.has(scenario));
    const hits = countIf(group, (n) => n.accused);
    if (hits > 0)
      console.log(`  ${feature.name.padEnd(38)} ${percent(rateOf(hits, group.length))}`);
  }
}

const scores: DiaryScore[] = seedsOf('tuning', 'power', Number(values.power), offset).map(
  (seed) => {
    const { simulation, timeline, answer } = run(seed, { triggers: 1 + (seed % 3) });
    const result = score(simulation, timeline, answer);
    if (values.verbose) {
      for (const t of result.triggers.filter((t) => t.findable)) {
        const { recording, fill, days } = simulation.person.scenario;
        const row = [seed, days, recording, fill, t.id, t.delayClass, t.doseResponse];
        console.log(...row, `t ${t.oracleT.toFixed(1)} p ${t.probability?.toFixed(3)} ${t.found}`);
      }
      for (const claim of result.claims.filter((c) => !c.right))
        console.log(seed, 'WRONG', claim.members);
    }
    return result;
  },
);
if (scores.length > 0) {
  const triggers = scores.flatMap((s) => s.triggers);
  const claims = scores.flatMap((s) => s.claims);
  console.log(`\ntriggers ${triggers.length}, findable ${countIf(triggers, (t) => t.findable)}`);
  for (const { name, found, alone } of foundByStratum(triggers)) {
    console.log(`  found ${name.padEnd(12)} ${percent(found)}; alone ${percent(alone)}`);
  }
  for (const delay of ['quick', 'next-days', 'slow']) {
    const [all] = foundByStratum(triggers.filter((t) => t.delayClass === delay));
    console.log(`  found ${delay.padEnd(12)} ${percent(all!.found)}`);
  }
  console.log(
    `claims ${claims.length}, wrong ${percent(
      rateOf(
        countIf(claims, (c) => !c.right),
        claims.length,
      ),
    )}`,
  );
  const covered = triggers.filter((t) => t.peakInterval !== null);
  const inside = countIf(
    covered,
    (t) => t.peakInterval![0] <= t.peak && t.peak <= t.peakInterval![1],
  );
  console.log(`peak inside its 80 % interval: ${percent(rateOf(inside, covered.length))}`);
  const stated = scores.flatMap((s) => s.stated);
  if (stated.length > 0) {
    const { slope, slopeError, intercept, bins } = reliabilityOf(stated);
    console.log(
      `reliability slope ${slope.toFixed(2)} (${slopeError.toFixed(2)}), intercept ${intercept.toFixed(2)}`,
    );
    for (const bin of bins.filter(({ n }) => n > 0)) {
      console.log(
        `  ${bin.from}-${bin.to}`.padEnd(14),
        `n ${String(bin.n).padStart(6)}  said ${bin.stated.toFixed(3)}  true ${bin.true.toFixed(3)}`,
      );
    }
  }
}
console.log(
  `\nms a fit: mean ${mean(times).toFixed(0)}, median ${quantile(times, 0.5).toFixed(0)}, 95 % ${quantile(times, 0.95).toFixed(0)}`,
);
