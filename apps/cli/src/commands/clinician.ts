import { shareParts } from '@zonula/care';
import type { Command } from 'commander';
import type { ClinicianNeeds, ClinicianOptions } from '../clinician/run-clinician.ts';
import { parseTotal } from '../clinician/totals.ts';
import { UnusableArguments } from '../failure.ts';
import { once, parseOutcome, several, withCommonOptions } from '../options.ts';

const neededOf = ({ diary, profile, share }: ClinicianOptions): ClinicianNeeds => {
  if (diary === undefined || profile === undefined)
    throw new UnusableArguments('--diary FILE and --profile FILE are needed');
  if (diary === '-' && profile === '-')
    throw new UnusableArguments('standard input can be read once only');
  if (share === undefined)
    throw new UnusableArguments(
      `--share LIST is needed: nothing is on the page that you did not choose; choose from ${shareParts.join(', ')}`,
    );
  return { diary, profile, share };
};

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
      const needs = neededOf(options);
      const { runClinician } = await import('../clinician/run-clinician.ts');
      await runClinician({ ...options, ...needs });
    });
};
