import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { printJson } from '../output.ts';
import { root } from '../root.ts';
import { version } from '../version.ts';

interface ValidateOptions extends CommonOptions {
  readonly quick?: true;
}

/** Runs the validation program; with `--json` its own words go to standard error. */
const runValidation = ({ quick, seed, json }: ValidateOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    const args = [...(quick ? ['--quick'] : []), '--seed', String(seed)];
    const child = spawn(
      process.execPath,
      [join(root, 'scripts', 'run.mjs'), join('validation', 'src', 'main.ts'), ...args],
      { stdio: ['ignore', json ? 2 : 'inherit', 'inherit'] },
    );
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`the validation ended with ${signal ?? `code ${code}`}`));
    });
  });

export const addValidate = (program: Command): void => {
  withCommonOptions(program.command('validate'))
    .description('measure how often Zonula is wrong on simulated people; writes docs/validation.md')
    .option('--quick', 'a few minutes instead of hours, with wider margins')
    .action(async (options: ValidateOptions) => {
      await runValidation(options);
      if (options.json)
        await printJson({ version, seed: options.seed, document: 'docs/validation.md' });
    });
};
