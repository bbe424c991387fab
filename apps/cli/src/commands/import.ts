import type { Command } from 'commander';
import type { ImportOptions } from '../import/run-import.ts';
import { withCommonOptions, withDiaryOptions } from '../options.ts';

export const addImport = (program: Command): void => {
  withCommonOptions(withDiaryOptions(program.command('import')))
    .description("turn another app's export into a tidy diary (CSV), losing nothing silently")
    .option('--out <diary.csv>', 'where to write it; standard output otherwise')
    .action(async (file: string, options: ImportOptions) => {
      const { runImport } = await import('../import/run-import.ts');
      await runImport(file, options);
    });
};
