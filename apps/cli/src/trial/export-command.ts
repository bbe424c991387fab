import { type Command, Option } from 'commander';
import { trialCommand } from './arguments.ts';
import { exportFormats } from './export-formats.ts';
import type { ExportArguments } from './run-export.ts';

export const addExport = (trial: Command): void => {
  trialCommand(trial, 'export', 'the trial for a calendar, StudyU, FHIR or a table')
    .addOption(new Option('--to <format>', 'what to write').choices([...exportFormats]))
    .option('--profile <file.json>', 'your answers')
    .option('--diary <file>', 'the diary that holds the days of the trial')
    .option('--out <folder>', 'where to write')
    .action(async (file: string, options: ExportArguments) => {
      const { runExport } = await import('./run-export.ts');
      await runExport(file, options);
    });
};
