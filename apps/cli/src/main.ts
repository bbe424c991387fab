import { failureOf, oneLine } from './failure.ts';
import { createProgram } from './program.ts';

const report = (error: unknown, debug: boolean) => {
  const { line, exitCode } = failureOf(error);
  if (line !== null) process.stderr.write(`${line}\n`);
  if (debug && exitCode === 1 && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = exitCode;
};

/**
 * Runs one command. Exit codes: 0 done, 2 unusable input or arguments, 1 a defect of ours.
 */
export const main = async (args: readonly string[]): Promise<void> => {
  const debug = args.includes('--debug');
  // The callback of each write sees the error; without a listener it would also be thrown.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  process.on('warning', (warning) => {
    if (debug) process.stderr.write(`${oneLine(String(warning))}\n`);
  });
  try {
    const program = await createProgram(args);
    await program.parseAsync(args.length === 0 ? ['--help'] : args, { from: 'user' });
  } catch (error) {
    report(error, debug);
  }
};
