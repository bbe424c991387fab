import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '@zonula/numerics';
import type { TrialPlan } from '@zonula/trial';
import { expect } from 'vitest';
import { createFolder, type Outcome, zonula } from './zonula.ts';

/** Half a year of an invented person, on whom ice cream acts. */
export const longDiary = 'examples/simulated-person.csv';
const written = readFileSync(longDiary, 'utf8');
export const exampleProfile = JSON.parse(readFileSync('examples/profile.json', 'utf8'));
/** The days of that diary before this one are too few for a model: planning takes a second. */
const shortUntil = '2024-02-01';

/** A design of one's own, which needs no search, on days that are over. */
const usual = [
  ...['--pairs', '7', '--washout-days', '3', '--period-days', '4'],
  ...['--start', '2024-08-05'],
] as const;

export interface TrialPerson {
  readonly path: string;
  readonly file: (name: string, content?: string) => string;
  readonly remove: () => void;
  /** A diary of four weeks. */
  readonly short: string;
  readonly profile: string;
  /** The profile with other answers, in a file of its own. */
  readonly profileOf: (name: string, change?: object) => string;
  readonly run: (...args: string[]) => Promise<Outcome>;
  /** The one line of a command that ends with 2. */
  readonly refused: (...args: string[]) => Promise<string>;
  /** A plan of ice cream, made from the short diary, and its file; without further arguments from 2024-08-05 on. */
  readonly planned: (name?: string, ...args: string[]) => Promise<Planned>;
  /** The diary of a trial as somebody would keep it in whom the food adds `effect` points, two days later. */
  readonly lived: (name: string, plan: TrialPlan, life: Life) => string;
  /** Standard output of `trial analyse`. */
  readonly analyse: (file: string, days: string, ...args: string[]) => Promise<string>;
}

export interface Planned {
  readonly trial: TrialPlan;
  readonly file: string;
}

interface Life {
  readonly effect: number;
  readonly seed: number;
  /** Share of days on which they do otherwise. */
  readonly slips?: number;
}

/** A person whose trials the command plans and judges, with a folder of their own. */
export const createPerson = (): TrialPerson => {
  const folder = createFolder();
  const short = folder.file(
    'short.csv',
    written
      .split('\n')
      .filter((row) => !(row >= shortUntil && row < '2025'))
      .join('\n'),
  );
  const profileOf = (name: string, change: object = {}): string =>
    folder.file(
      `${name}.json`,
      JSON.stringify({
        ...exampleProfile,
        coeliacTest: 'negative',
        conditions: ['rosacea'],
        ...change,
      }),
    );
  const profile = profileOf('profile');
  const run = (...args: string[]) => zonula(['trial', ...args]);
  return {
    ...folder,
    short,
    profile,
    profileOf,
    run,
    refused: async (...args) => {
      const { status, stdout, stderr } = await run(...args);
      expect(stdout).toBe('');
      expect(status).toBe(2);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      return stderr;
    },
    planned: async (name = 'TRIAL.json', ...args) => {
      const file = join(folder.path, name);
      const from = ['plan', '--diary', short, '--profile', profile, '--out', file, '--json'];
      const design = args.length === 0 ? usual : args;
      const { status, stdout, stderr } = await run(
        ...[...from, '--exposure', 'food/ice cream', ...design],
      );
      expect([status, stderr]).toEqual([0, `plan written to ${file}\n`]);
      return { trial: JSON.parse(stdout), file };
    },
    lived: (name, { schedule }, { effect, seed, slips = 0 }) => {
      const random = createRandom(seed);
      const rows: string[] = [];
      const had: number[] = [];
      let x = 0;
      for (const { from, to, arm } of schedule) {
        for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000) {
          const date = new Date(time).toISOString().slice(0, 10);
          const plan = arm === 'usual' ? Number(random.uniform() < 0.2) : Number(arm === 'with');
          had.push(random.uniform() < slips ? 1 - plan : plan);
          x = 0.5 * x + 0.8 * random.normal();
          const itch = Math.round(4 + x + effect * (had.at(-3) ?? 0));
          rows.push(`${date},food,toast,1`);
          if (had.at(-1) === 1) rows.push(`${date},food,ice cream,1`);
          if (random.uniform() < 0.9)
            rows.push(`${date},skin,itch,${Math.min(10, Math.max(0, itch))}`);
        }
      }
      return folder.file(name, `${readFileSync(short, 'utf8').trimEnd()}\n${rows.join('\n')}\n`);
    },
    analyse: async (file, days, ...args) => {
      const from = ['analyse', file, '--diary', days, '--profile', profile];
      const { status, stdout, stderr } = await run(...from, ...args);
      expect([status, stderr]).toEqual([0, '']);
      return stdout;
    },
  };
};
