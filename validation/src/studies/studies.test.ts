import { createRandom } from '@zonula/numerics';
import { toTimeline } from '@zonula/timeline';
import { describe, expect, it } from 'vitest';
import { bareAnswer, type Engine } from '../engine.ts';
import { seedPools, seedsOf, studyNames } from '../seeds.ts';
import { simulate } from '../simulate/simulate.ts';
import { rateOf } from '../statistics.ts';
import { calibrationWith } from './calibration.ts';
import { falseAccusations } from './false-accusations.ts';
import { forecastWith, levelsOf, scoreForecast } from './forecast.ts';
import { hopeless } from './hopeless.ts';
import { power } from './power.ts';
import { noReference, panelOf, type Reference, scoradOf } from './reference.ts';
import { logisticRegression, reliabilityOf } from './reliability.ts';
import { score } from './score.ts';
import { shifted, shiftedDiary } from './shifted.ts';

const plan = { pool: 'tuning', quick: true } as const;
const silent: Engine = () => bareAnswer([]);
const accuser: Engine = (timeline) => bareAnswer([[timeline.exposures[0]!.id]]);

describe('seeds', () => {
  it('of two pools or two studies are never the same', () => {
    const all = (['tuning', 'held-back'] as const).flatMap((pool) =>
      studyNames.flatMap((study) =>
        seedsOf(pool, study, 3, 9_999_997).concat(seedsOf(pool, study, 3)),
      ),
    );
    expect(new Set(all).size).toBe(all.length);
    expect(seedPools.tuning.last).toBeLessThan(seedPools['held-back'].first);
    for (const pool of ['tuning', 'held-back'] as const)
      for (const study of studyNames)
        expect(seedsOf(pool, study, 1, 9_999_999)[0]).toBeLessThanOrEqual(seedPools[pool].last);
    expect(() => seedsOf('tuning', 'power', 2, 9_999_999)).toThrow(RangeError);
  });
});

describe('rates', () => {
  it('carry Wilson intervals', () => {
    expect(rateOf(8, 10).interval[0]).toBeCloseTo(0.4901625, 6);
    expect(rateOf(8, 10).interval[1]).toBeCloseTo(0.9433178, 6);
    expect(rateOf(0, 100).interval).toEqual([0, expect.closeTo(0.0369935, 6)]);
    expect(rateOf(0, 0).interval).toEqual([0, 1]);
  });
});

describe('reliability', () => {
  const random = createRandom(1);
  const drawn = Array.from({ length: 20_000 }, () => {
    const p = random.beta(0.5, 3);
    return [p, random.uniform() < p] as const;
  });

  it('has slope 1 for probabilities that mean what they say', () => {
    const { slope, slopeError, intercept, bins } = reliabilityOf(drawn);
    expect(Math.abs(slope - 1)).toBeLessThan(3 * slopeError);
    expect(Math.abs(intercept)).toBeLessThan(0.1);
    expect(bins.reduce((n, bin) => n + bin.n, 0)).toBe(drawn.length);
  });

  it('has a slope below 1 for boasting', () => {
    const boasted = drawn.map(([p, acts]) => {
      const odds = (p / (1 - p)) ** 2;
      return [odds / (1 + odds), acts] as const;
    });
    expect(reliabilityOf(boasted).slope).toBeLessThan(0.7);
  });

  it('solves the score equations of the logistic likelihood', () => {
    const { intercept, slope, slopeError } = logisticRegression(
      [1, 2, 3, 4, 5, 6],
      [0, 0, 1, 0, 1, 1],
    );
    const p = [1, 2, 3, 4, 5, 6].map((x) => 1 / (1 + Math.exp(-(intercept + slope * x))));
    expect(p.reduce((a, b) => a + b, 0)).toBeCloseTo(3, 8);
    expect(p.reduce((a, b, i) => a + b * (i + 1), 0)).toBeCloseTo(14, 8);
    expect(slopeError).toBeGreaterThan(0);
  });
});

describe('the score of an answer', () => {
  const simulation = simulate(5, { triggers: 2, coEaten: true });
  const timeline = toTimeline(simulation.diary, { outcome: simulation.outcomeId });
  const [first, second] = simulation.truth.triggers.map(({ id }) => id) as [string, string];
  const strangers = timeline.exposures
    .filter(({ id, identical }) => id !== first && id !== second && !identical.includes(first))
    .map(({ id }) => id);
  const found = (claims: string[][]) => {
    const { triggers, claims: scored } = score(simulation, timeline, bareAnswer(claims));
    return { found: triggers.map((t) => t.found), right: scored.map((c) => c.right) };
  };

  it('counts single finds, sets of three, and nothing larger', () => {
    expect(found([[first]])).toEqual({ found: ['single', 'no'], right: [true] });
    expect(found([[strangers[0]!, second]])).toEqual({ found: ['no', 'set'], right: [true] });
    expect(found([[first, ...strangers.slice(0, 3)]])).toEqual({
      found: ['no', 'no'],
      right: [true],
    });
    expect(found([strangers.slice(0, 2)])).toEqual({ found: ['no', 'no'], right: [false] });
  });
});

describe('studies', () => {
  it('count every accusation of a diary in which nothing acts', () => {
    const tasks = falseAccusations.tasks(plan, noReference).slice(0, 4);
    const conclude = (engine: Engine) =>
      falseAccusations.summarise(
        tasks.map((task) => falseAccusations.run(task, engine, noReference)),
        plan,
      );
    expect(conclude(silent).accused.hits).toBe(0);
    const loud = conclude(accuser);
    expect(loud.accused).toMatchObject({ hits: 4, of: 4, rate: 1 });
    expect(falseAccusations.chapter(loud)).toContain('4/4');
    for (const { accused } of loud.comparators) expect(accused.of).toBe(4);
  });

  it('credit an engine that knows the truth and blame one that does not', () => {
    const tasks = power
      .tasks(plan, noReference)
      .filter(({ days }) => days === 90)
      .slice(0, 6);
    const knowing = tasks.map((task) => {
      const fixed = { days: task.days, delays: [task.delay], triggers: 1 + (task.seed % 3) };
      const { truth } = simulate(task.seed, fixed);
      return power.run(task, () => bareAnswer(truth.triggers.map(({ id }) => [id])), noReference);
    });
    const result = power.summarise(knowing, plan);
    expect(result.strata[0]!.found.rate).toBe(1);
    expect(result.wrong.hits).toBe(0);
    const blind = power.summarise(
      tasks.map((task) => power.run(task, silent, noReference)),
      plan,
    );
    expect(blind.strata[0]!.found.hits).toBe(0);
    expect(blind.strata[0]!.found.of).toBe(result.strata[0]!.found.of);
    expect(power.chapter(result)).toContain('90, quick');
  });

  it('ask for a refusal with a reason where nothing can be known', () => {
    const tasks = hopeless.tasks(plan, noReference).filter(({ name }) => !name.includes('10,000'));
    const rows = tasks.map((task) => hopeless.run(task, silent, noReference));
    expect(rows.some(({ passed }) => passed)).toBe(false);
    expect(hopeless.chapter(hopeless.summarise(rows, plan))).toContain('**no**');
  });

  it('judge a calibrated answer as calibrated', () => {
    const study = calibrationWith((random) => {
      const timeline = toTimeline(simulate(1, { days: 60, exposures: 18 }).diary);
      const acting = timeline.exposures
        .filter(() => random.uniform() < 0.3)
        .map(({ id }) => [id, { peak: random.uniform(), total: 1, delay: 2 }] as const);
      return { timeline, acting: new Map(acting) };
    });
    const engine: Engine = (timeline) => ({
      ...bareAnswer([]),
      exposures: timeline.exposures.map((exposure) => ({
        id: exposure.id,
        grain: 'dish',
        daysWith: exposure.daysWith,
        daysWithout: exposure.daysWithout,
        identifiable: true,
        reason: null,
        probability: 0.3,
        direction: 'worsens',
        effect: {
          peak: 0.5,
          peakInterval: [0.1, 0.9],
          total: 1,
          totalInterval: [2, 3],
          level: 0.8,
        },
        delayDays: { mean: 2, interval: [1, 3], level: 0.8 },
        throughGut: null,
        curve: null,
      })),
    });
    const rows = study.tasks(plan, noReference).map((task) => study.run(task, engine, noReference));
    const result = study.summarise(rows, plan);
    expect(result.peak.interval[0]).toBeLessThan(0.8);
    expect(result.peak.interval[1]).toBeGreaterThan(0.8);
    expect(result.total.hits).toBe(0);
    expect(result.delay.rate).toBe(1);
    expect(result.delayWidth).toBe(2);
    expect(result.reliability.bins.find(({ from }) => from === 0.2)!.true).toBeCloseTo(0.3, 1);
    expect(study.chapter(result)).toContain('## Calibration');
  });
});

describe('reference tables', () => {
  const header = 'user_id,checkin_date,max_symptom_severity,food_milk,food_rice,treat_zinc,age';
  const rows = ['a,2020-01-01,2,1,0,0,30', 'a,2020-01-03,3,0,0,1,30', 'b,2020-02-01,0,0,1,0,40'];
  const panel = panelOf([header, ...rows].join('\n'));

  it('keep unknown apart from absent', () => {
    const [a] = panel;
    expect([...a!.severity]).toEqual([2, Number.NaN, 3]);
    const days = (name: string) => [...a!.exposures.find((e) => e.name === name)!.days];
    expect(days('milk')).toEqual([1, Number.NaN, Number.NaN]);
    expect(days('rice')).toEqual([0, Number.NaN, Number.NaN]);
    expect(days('zinc')).toEqual([Number.NaN, Number.NaN, 1]);
    expect(panel).toHaveLength(2);
  });

  it('shift severity in a circle and leave the foods where they are', () => {
    const { observations } = shiftedDiary(panel[0]!, 1);
    expect(observations.map(({ date, name, value }) => `${date} ${name} ${value}`)).toEqual([
      '2020-01-01 severity 3',
      '2020-01-01 milk 1',
      '2020-01-02 severity 2',
      '2020-01-03 zinc 1',
    ]);
  });

  it('are said to be missing when they are', () => {
    const result = shifted.summarise([], plan);
    expect(shifted.tasks(plan, noReference)).toEqual([]);
    expect(shifted.chapter(result)).toContain('**Not run.**');
  });

  it('hold SCORAD in whole points', () => {
    const [person] = scoradOf('"Patient","Day","SCORAD"\n1,1,30.8\n1,3,33.2\n');
    expect([...person!.severity]).toEqual([31, Number.NaN, 33]);
    expect(levelsOf(person!)).toHaveLength(104);
  });
});

describe('forecast scores', () => {
  const levels = [0, 1, 2];

  it('are those of the definition', () => {
    const scores = scoreForecast(
      [
        [0.2, 0.5, 0.3],
        [1 / 3, 1 / 3, 1 / 3],
      ],
      [1, Number.NaN],
      levels,
    )!;
    expect(scores.logScore).toBeCloseTo(Math.log(0.5), 12);
    expect(scores.rps).toBeCloseTo((0.2 ** 2 + 0.3 ** 2) / 2, 12);
    expect(scoreForecast([[1, 0, 0]], [Number.NaN], levels)).toBeNull();
  });

  it('favour a forecaster that knows the future', () => {
    const days = 150;
    const severity = Float64Array.from({ length: days }, (_, t) => Math.floor(t / 9) % 3);
    const person = {
      id: '1',
      from: '2022-01-03',
      severity,
      scale: { min: 0, max: 2 },
      step: 1,
      exposures: [],
    };
    const reference: Reference = {
      panel: [person, { ...person, id: '2' }],
      scorad: [],
      readFile: null,
    };
    const study = forecastWith((timeline, grid, horizon) =>
      Array.from({ length: horizon }, (_, h) =>
        grid.map((level) => (severity[timeline.days + h] === level ? 0.98 : 0.01)),
      ),
    );
    const rows = study.tasks(plan, reference).map((task) => study.run(task, silent, reference));
    const [table] = study.summarise(rows, plan).tables;
    expect(table!.people).toBe(2);
    for (const row of table!.rows.slice(1)) {
      expect(row.logGain).toBeGreaterThan(0);
      expect(row.rpsGain).toBeGreaterThan(0);
    }
    expect(study.chapter(study.summarise(rows, plan))).toContain('ordered random walk');
    expect(study.chapter({ tables: [] })).toContain('**Not run.**');
  });
});
