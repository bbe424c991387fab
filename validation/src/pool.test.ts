import { describe, expect, it } from 'vitest';
import { engineNamed } from './engine.ts';
import { openPool } from './pool.ts';
import { noReference } from './studies/reference.ts';
import { studyNamed } from './studies/registry.ts';

const study = studyNamed('false-accusations');
const tasks = study.tasks({ pool: 'tuning', quick: true }, noReference).slice(0, 5);

describe('the pool of workers', () => {
  it('returns the same rows as one process, in the order of the tasks', async () => {
    const pool = openPool(2, ['--import', 'tsx']);
    try {
      const heard: number[] = [];
      const rows = await pool.run(study.name, 'welch', tasks, (index) => heard.push(index));
      const alone = tasks.map((task) => study.run(task, engineNamed('welch'), noReference));
      expect(rows).toEqual(alone);
      expect(heard.sort()).toEqual([0, 1, 2, 3, 4]);
    } finally {
      pool.close();
    }
  });

  it('rejects with the seed when a task fails', async () => {
    const pool = openPool(1, ['--import', 'tsx']);
    try {
      const run = pool.run(study.name, 'no such engine', tasks.slice(0, 2), () => {});
      await expect(run).rejects.toThrow(/2 of 2 tasks failed[\s\S]*seed 1: .*no such engine/u);
    } finally {
      pool.close();
    }
  });
});

describe('names', () => {
  it('of engines and studies are checked', () => {
    expect(() => engineNamed('magic')).toThrow(/known: discover, welch/u);
    expect(() => studyNamed('magic')).toThrow(/known: false-accusations/u);
  });
});
