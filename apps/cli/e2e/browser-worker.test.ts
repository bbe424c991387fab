import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { axisModel, runModel, simulateAxis, simulatePerson } from '@zonula/axis';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { findBrowser } from '../src/clinician/pdf.ts';
import { createFolder } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);

/** What is computed in Node and elsewhere. */
const program = `
import { axisModel, runModel, simulateAxis, simulatePerson } from '@zonula/axis';
const until = 30;
const run = runModel(axisModel('psoriasis'), { until });
const course = simulateAxis({ condition: 'acne', settings: [['gut_arrow', 1]], days: 60,
  triggers: [{ class: 'dairy', gut: 3, direct: 1 }],
  events: [{ day: 3.5, kind: 'meal', doses: [{ class: 'dairy', portions: 2 }] }] });
const { diary, truth } = simulatePerson({ seed: 1, index: 3, days: 30 });
globalThis.zonulaAnswer = JSON.stringify({
  states: [...run.states], severity: [...course.course('severity')],
  rows: diary.observations.length, triggers: truth.triggers });
`;

interface Computed {
  readonly states: readonly number[];
  readonly severity: readonly number[];
  readonly rows: number;
  readonly triggers: readonly { readonly id: string }[];
}

const inNode = (): Computed => {
  const run = runModel(axisModel('psoriasis'), { until: 30 });
  const course = simulateAxis({
    condition: 'acne',
    settings: [['gut_arrow', 1]],
    days: 60,
    triggers: [{ class: 'dairy', gut: 3, direct: 1 }],
    events: [{ day: 3.5, kind: 'meal', doses: [{ class: 'dairy', portions: 2 }] }],
  });
  const { diary, truth } = simulatePerson({ seed: 1, index: 3, days: 30 });
  return {
    states: [...run.states],
    severity: [...course.course('severity')],
    rows: diary.observations.length,
    triggers: truth.triggers,
  };
};

/** The same up to how engines round powers and exponentials. */
const compare = (answer: string): void => {
  const [there, here] = [JSON.parse(answer) as Computed, inNode()];
  for (const name of ['states', 'severity'] as const) {
    expect(there[name]).toHaveLength(here[name].length);
    there[name].forEach((value, i) => {
      expect(Math.abs(value - here[name][i]!)).toBeLessThan(1e-6 * (1 + Math.abs(value)));
    });
  }
  expect(there.rows).toBe(here.rows);
  expect(there.triggers.map(({ id }) => id)).toEqual(here.triggers.map(({ id }) => id));
};

const bundled = async (): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: join(import.meta.dirname, '..'), loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
};

const page = `<!doctype html><script>
const worker = new Worker('worker.js');
const send = (text) => fetch('answer', { method: 'POST', body: text });
worker.onmessage = ({ data }) => send(data);
worker.onerror = ({ message }) => send('failed: ' + message);
</script>`;

/** Runs the bundle in a worker of a real browser and gives back what it posts. */
const inBrowser = async (code: string, executable: string): Promise<string> => {
  let answered: (text: string) => void = () => {};
  const answer = new Promise<string>((resolve) => {
    answered = resolve;
  });
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      let text = '';
      request.on('data', (chunk) => {
        text += chunk;
      });
      request.on('end', () => {
        response.end();
        answered(text);
      });
      return;
    }
    const isWorker = request.url === '/worker.js';
    response.setHeader('content-type', isWorker ? 'text/javascript' : 'text/html');
    response.end(isWorker ? `${code}\npostMessage(globalThis.zonulaAnswer);` : page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const child = spawn(
    executable,
    [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'],
      ...[`--user-data-dir=${folder.file('profile')}`, '--remote-debugging-port=0'],
      `http://127.0.0.1:${port}/`,
    ],
    { stdio: 'ignore' },
  );
  try {
    const failed = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(`failed: ${error.message}`));
      child.once('exit', (code) => resolve(`failed: the browser ended with ${code}`));
    });
    return await Promise.race([answer, failed]);
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.kill()) await gone;
    server.close();
  }
};

test('the axis runs without Node: in a bare context, and in a browser worker where there is one', async () => {
  const code = await bundled();
  const bare = createContext({ TextEncoder, TextDecoder });
  expect(runInContext('typeof process + typeof Buffer + typeof require', bare)).toBe(
    'undefinedundefinedundefined',
  );
  runInContext(code, bare);
  compare(bare.zonulaAnswer);
  const browser = findBrowser();
  if (browser !== null) compare(await inBrowser(code, browser));
});
