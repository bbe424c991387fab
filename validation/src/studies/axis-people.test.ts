import { describe, expect, it } from 'vitest';
import { bareAnswer, type Engine } from '../engine.ts';
import { axisPeople } from './axis-people.ts';

const tasks = axisPeople.tasks({ pool: 'tuning', quick: true }, new Map() as never);
const pick = (group: string, condition: string) =>
  tasks.find((task) => task.group === group && task.condition === condition)!;
const run = (group: string, condition: string, engine: Engine) =>
  axisPeople.run(pick(group, condition), engine, new Map() as never);
const firstFood: Engine = (timeline) =>
  bareAnswer([[timeline.exposures.find(({ id }) => id.startsWith('food/'))!.id]]);
const everyFood: Engine = (timeline) =>
  bareAnswer(timeline.exposures.filter(({ id }) => id.startsWith('food/')).map(({ id }) => [id]));

describe('axis-people', () => {
  it('counts every accusation of people who react to nothing as wrong', () => {
    const row = run('arrow-cut', 'eczema', firstFood);
    expect(row.claims).toEqual([false]);
    expect(row.largest).toBe(0);
    const { groups } = axisPeople.summarise([row], { pool: 'tuning', quick: true });
    expect(groups.find(({ group }) => group === 'arrow-cut')!.wronglyAccused.hits).toBe(1);
  });

  it('knows which dishes act, and how much of it goes through the gut', () => {
    const through = run('through-gut', 'eczema', everyFood);
    const acting = through.dishes.filter(({ acts }) => acts);
    expect(acting.length).toBeGreaterThan(0);
    expect(acting.every(({ claimed }) => claimed)).toBe(true);
    expect(Math.max(...acting.map(({ share }) => share!))).toBeGreaterThan(0.5);
    const past = run('past-gut', 'eczema', everyFood).dishes.filter(({ acts }) => acts);
    expect(past.length).toBeGreaterThan(0);
    for (const { share } of past) expect(Math.abs(share!)).toBeLessThan(0.05);
    const result = axisPeople.summarise([through], { pool: 'tuning', quick: true });
    expect(axisPeople.chapter(result)).toContain('| a food acts through the gut | 180 | 1 |');
  });
});
