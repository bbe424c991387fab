/**
 * Ours beside lme4 and Stan on the same pooled problems, and writes benchmarks/results/pooling.json. Needs R with lme4, rstan and jsonlite, and brms where it is asked for:
 *
 *     node scripts/run.mjs benchmarks/src/cohort/side-by-side.ts [PEOPLE DAYS [brms]]
 *
 * First what changes on people's own days, kept apart from how people differ (`withinBetween` beside `lmer` and `brm` with a slope for each person), on invented days
 * with an effect of -0.5 within and +2 between people. Then who responds and by how much (`fitMixture` beside Stan, with the indicators summed out), on 300
 * people of whom 30 % respond by 10 % of the scale. Processor seconds of one core; Stan's compiler is told apart.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  fitMixture,
  momentsOf,
  normalLikelihood,
  referencePrior,
  withinBetween,
} from '@zonula/cohort';
import { createRandom } from '@zonula/numerics';
import { cpuSeconds } from '../calibrate.ts';
import { root } from '../measure.ts';
import { spreadOf } from '../summary.ts';

const [countText = '2000', daysText = '60', ...also] = process.argv.slice(2);
const [count, days] = [Number(countText), Number(daysText)];
const random = createRandom(20);
const truth = { within: -0.5, between: 2, share: 0.3, mean: 0.1, spread: 0.03 };

const people = Array.from({ length: count }, () => {
  const often = 0.1 + 0.8 * random.uniform();
  const exposure = Array.from({ length: days }, () => (random.uniform() < often ? 1 : 0));
  const mean = exposure.reduce<number>((sum, x) => sum + x, 0) / days;
  const level = 4 + truth.between * mean + random.normal();
  const slope = truth.within + 0.6 * random.normal();
  return {
    exposure,
    outcome: exposure.map((x) => level + slope * (x - mean) + 1.5 * random.normal()),
  };
});
const effects = Array.from({ length: 300 }, () => {
  const error = 0.03 * Math.exp(0.5 * random.normal());
  const responds = random.uniform() < truth.share;
  const effect = responds ? truth.mean + truth.spread * random.normal() : 0;
  return { estimate: effect + error * random.normal(), error };
});

/** Middle processor seconds of some warm runs, and what came out. */
const timed = <T>(run: () => T): { readonly seconds: number; readonly got: T } => {
  let got = run();
  const seconds = Array.from({ length: 5 }, () => {
    const start = cpuSeconds();
    got = run();
    return cpuSeconds() - start;
  });
  return { seconds: spreadOf(seconds).median, got };
};

const moments = timed(() => people.map((one) => momentsOf(one.exposure, one.outcome)));
const within = timed(() => withinBetween(moments.got)!);
const mixture = timed(() =>
  fitMixture(
    effects.map(({ estimate, error }) => normalLikelihood(estimate, error)),
    { prior: referencePrior },
  ),
);

const folder = mkdtempSync(join(tmpdir(), 'zonula-pooling-'));
try {
  const panel = join(folder, 'days.csv');
  const rows = people.flatMap(({ exposure, outcome }, i) =>
    exposure.map((x, t) => `${i},${x},${outcome[t]}`),
  );
  writeFileSync(panel, `person,x,y\n${rows.join('\n')}\n`);
  const summaries = join(folder, 'effects.csv');
  const lines = effects.map(({ estimate, error }) => `${estimate},${error}`);
  writeFileSync(summaries, `estimate,error\n${lines.join('\n')}\n`);
  const here = join(root, 'benchmarks', 'src', 'cohort', 'side-by-side.R');
  const model = join(root, 'packages', 'cohort', 'src', 'fixtures', 'mixture.stan');
  const { share, meanSd, spreadScale } = referencePrior;
  const { status, stdout, stderr, error } = spawnSync(
    'Rscript',
    [here, panel, summaries, model, ...[...share, meanSd, spreadScale].map(String), ...also],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(stderr);
  const theirs = JSON.parse(stdout.slice(stdout.indexOf('{"lme4"'))) as Record<string, unknown>;
  const { within: own, between, levelSd, withinSd, correlation, daySd, criterion } = within.got;
  const { some, share: responders, mean, spread } = mixture.got;
  const result = {
    machine: {
      cores: cpus().length,
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      system: `${platform()} ${release()}`,
      node: process.version,
    },
    people: count,
    days,
    effects: effects.length,
    truth,
    ours: {
      moments: { seconds: moments.seconds },
      withinBetween: {
        seconds: within.seconds,
        within: [own.estimate, own.standardError],
        between: [between.estimate, between.standardError],
        ...{ levelSd, withinSd, correlation, daySd, criterion },
      },
      mixture: { seconds: mixture.seconds, some, share: responders, mean, spread },
    },
    theirs,
  };
  const text = `${JSON.stringify(result, null, 2)}\n`;
  writeFileSync(join(root, 'benchmarks', 'results', 'pooling.json'), text);
  process.stdout.write(text);
} finally {
  rmSync(folder, { recursive: true });
}
