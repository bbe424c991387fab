import { describe, expect, test } from 'vitest';
import { zonula } from './zonula.ts';

const end = async (...args: string[]) => {
  const { status, stdout, stderr } = await zonula(['axis', ...args, '--json']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
};

describe('axis --json', () => {
  test('psoriasis: a week of stimulus ends in the psoriatic state', async () => {
    const run = await end('--model', 'psoriasis', '--set', 'dc_stim=6000');
    expect(run.model).toBe('psoriasis');
    expect(run.units).toMatchObject({ time: 'day', SC: 'cells/mm2' });
    expect(run.final.observables.totalCells).toBeCloseTo(266011.93, 1);
    expect(run.final.observables.turnoverDays).toBeCloseTo(14.25, 2);
    expect(run.final.observables.PASI01).toBeCloseTo(1, 4);
    expect(run.time).toHaveLength(736);
    expect(run.states.SC).toHaveLength(736);
    expect(run.parameters.dc_stim).toBe(6000);
  });

  test('inflammation: parameters and initial states', async () => {
    const run = await end('--model', 'inflammation', '--set', 'kpg=0.6', '--set', 'P=1');
    expect(run.final.states.P).toBeCloseTo(4.93635, 4);
    expect(run.units.time).toBe('hour');
  });

  test('eczema and crypt rest where they start', async () => {
    expect((await end('--model', 'eczema')).final.observables.EASI).toBeCloseTo(25.228, 3);
    const { states } = (await end('--model', 'crypt', '--until', '5')).final;
    expect(states.N2).toBeCloseTo(45.6191494, 5);
  });
});

describe('the coupled axis', () => {
  test('rests where it starts, and the skin moves only with the gut arrow', async () => {
    const run = (arrow: number, nsaid: number) =>
      end(
        ...['--model', 'axis', '--set', 'condition=eczema', '--until', '30'],
        ...['--set', `gut_arrow=${arrow}`, '--set', `nsaid=${nsaid}`],
      );
    const rest = await run(1, 0);
    expect(rest).toMatchObject({ model: 'axis', condition: 'eczema', units: { time: 'day' } });
    expect(rest.final.observables.EASI).toBeCloseTo(25.228, 2);
    const [cut, open] = [await run(0, 1), await run(1, 1)];
    expect(cut.final.states.J).toBeGreaterThan(2 * rest.final.states.J);
    expect(cut.final.observables.EASI).toBeCloseTo(25.228, 2);
    expect(open.final.observables.EASI).toBeGreaterThan(25.4);
    expect(open.tags.gut_arrow).toBe('assumed');
  });

  test('has acne where nothing is said', async () => {
    expect((await end('--model', 'axis', '--until', '1')).condition).toBe('acne');
  });
});

test('axis --csv is a table', async () => {
  const { status, stdout } = await zonula(['axis', '--model', 'crypt', '--until', '1', '--csv']);
  const rows = stdout.trimEnd().split('\r\n');
  expect(status).toBe(0);
  expect(rows[0]).toBe('time,N0,N1,N2,totalCells');
  expect(rows).toHaveLength(1002);
});

test('axis --sbml is a document for other programs', async () => {
  const { status, stdout } = await zonula(['axis', '--model', 'crypt', '--sbml']);
  expect(status).toBe(0);
  expect(stdout).toContain('<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core"');
});

test('axis alone is a few lines to read', async () => {
  const { status, stdout } = await zonula(['axis', '--model', 'inflammation']);
  expect(status).toBe(0);
  expect(stdout).toContain('Reynolds et al. 2006');
  expect(stdout).toContain('After 1000 hours:');
});

describe('unusable arguments end with 2 and one line', () => {
  test.each([
    [['axis'], '--model'],
    [['axis', '--model', 'acne'], 'psoriasis, eczema'],
    [['axis', '--model', 'axis', '--set', 'condition=warts'], 'acne, eczema, rosacea, psoriasis'],
    [['axis', '--model', 'crypt', '--set', 'condition=acne'], 'only the model axis'],
    [['axis', '--model', 'axis', '--set', 'gut_arrow=2'], 'gut_arrow must be within 0 and 1'],
    [['axis', '--model', 'crypt', '--set', 'N9=1'], 'has no "N9"; it has the states N0 N1 N2'],
    [['axis', '--model', 'crypt', '--set', 'K=1'], 'K must be within 60 and 240 cells, not 1'],
    [['axis', '--model', 'crypt', '--set', 'N0=-1'], 'N0 must be within 0 and 120 cells'],
    [['axis', '--model', 'crypt', '--set', 'K'], 'NAME=NUMBER'],
    [['axis', '--model', 'crypt', '--set', 'K=much'], 'NAME=NUMBER'],
    [['axis', '--model', 'crypt', '--until', '0'], '--until'],
    [['axis', '--model', 'crypt', '--until', '1e9'], 'at most 1000000'],
    [['axis', '--model', 'crypt', '--json', '--csv'], '--json and --csv'],
  ])('%j', async (args, words) => {
    const { status, stdout, stderr } = await zonula(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
