import { shareParts } from '@zonula/care';
import type { Command } from 'commander';
import type { ClinicianOptions } from '../clinician/run-clinician.ts';
import { parseTotal } from '../clinician/totals.ts';
import { once, parseOutcome, several, withCommonOptions } from '../options.ts';

export const addClinician = (program: Command): void => {
  withCommonOptions(program.command('clinician'))
    .description('write one page for a doctor or dietitian, with what you choose and nothing else')
    .option('--diary <file>', 'your diary')
    .option('--profile <file.json>', 'your answers: conditions, medicines and so on')
    .option(
      '--share <list>',
      `what goes on the page: ${shareParts.join(', ')}, or one thing such as scores:skin/itch; may be given several times`,
      several((text) => text),
    )
    .option(
      '--out <file>',
      'where to: .html to read and print, .pdf, or .json for a FHIR R4 document',
    )
    .option('--name <name>', 'how you want to be called on it (share who)')
    .addOption(
      program
        .createOption('--outcome <category/name>', 'the score that suspects are about')
        .argParser(once(parseOutcome)),
    )
    .option(
      '--total <name=total@day>',
      'a total that you have, such as poem=12@2026-03-01; may be given several times',
      several(parseTotal),
    )
    .option(
      '--trial <result.json>',
      'a trial that you did, as `trial analyse --json` wrote it; may be given several times',
      several((name) => name),
    )
    .option(
      '--question <text>',
      'something you want to ask; may be given several times',
      several((text) => text),
    )
    .action(async (options: ClinicianOptions) => {
      const { runClinician } = await import('../clinician/run-clinician.ts');
      await runClinician(options);
    });
};
