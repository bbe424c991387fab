// @ts-check
// Everything that must hold, in one command: npm test. Installs what is missing first.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, ready, root } from './prepare.mjs';

const bin = (/** @type {string} */ name) => join(root, 'node_modules', '.bin', name);

/**
 * @param {string} program @param {string[]} args @param {import('node:child_process').StdioOptions} stdio
 */
const run = (program, args, stdio) =>
  spawnSync(bin(program), args, {
    cwd: root,
    stdio,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });

const checks = [
  { name: 'types', program: 'tsc', args: [] },
  {
    name: 'engines use neither Node nor the DOM',
    program: 'tsc',
    args: ['-p', 'tsconfig.engines.json'],
  },
  { name: 'types of the web app', program: 'tsc', args: ['-p', 'apps/web'] },
  { name: 'format and lint', program: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'nothing unused, nothing undeclared', program: 'knip', args: ['--no-progress'] },
];

const suites = [
  { name: 'unit, property and golden tests, dependency rules', project: 'unit' },
  { name: 'end to end', project: 'end-to-end' },
  { name: 'the app in a real browser', project: 'browser' },
];

/** @param {{ name: string, program: string, args: string[] }} check */
const passes = ({ name, program, args }) => {
  const { status, stdout, stderr, error } = run(program, args, 'pipe');
  const passed = status === 0;
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}`);
  if (!passed) console.log(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`);
  return passed;
};

/**
 * Runs one project of the test runner. A test that was skipped did not pass, so it counts as
 * failed; so does a file that could not be loaded.
 * @param {string} project
 */
const runSuite = (project) => {
  const folder = mkdtempSync(join(tmpdir(), 'zonula-test-'));
  const report = join(folder, 'report.json');
  try {
    const { status } = run(
      'vitest',
      [
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      'inherit',
    );
    const results = JSON.parse(readFileSync(report, 'utf8'));
    const skipped = results.numPendingTests + results.numTodoTests;
    if (skipped > 0) console.log(`FAILED ${skipped} skipped tests in "${project}"`);
    const broken = results.testResults.filter(
      (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    const failed = results.numFailedTests + skipped + broken;
    return {
      passed: results.numPassedTests,
      failed: failed === 0 && (status !== 0 || results.numPassedTests === 0) ? 1 : failed,
    };
  } catch (error) {
    console.log(`FAILED ${project}: the tests did not run (${error})`);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const main = async () => {
  await install();
  let passed = 0;
  let failed = 0;
  for (const check of checks) {
    if (passes(check)) passed++;
    else failed++;
  }
  try {
    await ready();
    console.log('ok     the command builds');
    passed++;
  } catch (error) {
    console.log(`FAILED the command builds\n${error}`);
    failed++;
  }
  for (const { name, project } of suites) {
    console.log(`\n${name}`);
    const result = runSuite(project);
    passed += result.passed;
    failed += result.failed;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
};

await main();
