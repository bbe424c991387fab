import { conditions } from '@zonula/axis';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { checkArguments } from '../axis/check-arguments.ts';
import { modelNames, parseSetting } from '../axis/model-choice.ts';
import type { AxisOptions } from '../axis/run-axis.ts';
import { withStudyOptions } from '../axis/study-options.ts';
import { once, several, withCommonOptions } from '../options.ts';

const longest = 1e6;

const parseUntil = (text: string): number => {
  const until = Number(text);
  if (text.trim() === '' || !(until > 0 && until <= longest))
    throw new InvalidArgumentError(`A number above 0, at most ${longest}, is needed.`);
  return until;
};

const examples = `
Examples:
  zonula axis --model psoriasis --set dc_stim=6000
  zonula axis --model axis --set condition=eczema --set gut_arrow=1 --set nsaid=1 --until 30
  zonula axis --model psoriasis --sweep dc_stim=100:2000:20 --of PASI01
  zonula axis --model psoriasis --threshold dc_stim=100:2000 --of PASI01 --crosses 0.5
  zonula axis --model eczema --sensitivity morris --of EASI
  zonula axis --scenario leaky-gut --html leaky-gut.html

The model axis couples the gut to the skin of one condition (${conditions.join(', ')}). Nobody has measured
how strongly: gut_arrow is 0 unless you set it to 1.
A scenario is a name (--scenarios lists them) or a YAML or JSON file; --yaml prints one to start from.`;

export const addAxis = (program: Command): void => {
  const command = withCommonOptions(program.command('axis'))
    .description(
      'run a model of gut, immune system or skin, or of all together, and see how it goes',
    )
    .addOption(new Option('--model <name>', 'which model').choices([...modelNames]))
    .addOption(
      new Option(
        '--set <name=value>',
        'a parameter or an initial state; several when repeated',
      ).argParser(several(parseSetting)),
    )
    .addOption(
      new Option('--until <time>', "where the run ends, in the model's time unit").argParser(
        once(parseUntil),
      ),
    )
    .option('--scenario <name or file>', 'a story told side by side with its counterpart')
    .option('--scenarios', 'list the scenarios that come with Zonula')
    .option('--html <file>', 'write the scenario as one page with charts')
    .option('--yaml', 'print the scenario itself, to change it and run it from a file')
    .option('--csv', 'print a table: time, states, observables')
    .option('--sbml', 'print the model, with what was set, as SBML for other programs');
  withStudyOptions(command)
    .addHelpText('after', examples)
    .action(async (options: AxisOptions) => {
      checkArguments(options);
      const { runAxis } = await import('../axis/run-axis.ts');
      await runAxis(options);
    });
};
