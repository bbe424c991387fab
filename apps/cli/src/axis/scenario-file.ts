import {
  readScenario,
  type Scenario,
  scenarioNamed,
  scenarios,
  UnusableScenario,
} from '@zonula/axis';
import { UnusableInput } from '@zonula/diary';
import { parse, YAMLParseError } from 'yaml';
import { UnusableArguments } from '../failure.ts';
import { readText } from '../input.ts';

const mostLetters = 1_000_000;

/** YAML holds JSON too. Links that would blow up are refused by the library. */
const contentOf = (text: string, file: string): unknown => {
  if (text.length > mostLetters)
    throw new UnusableInput(`a scenario has at most ${mostLetters} letters`, { file });
  try {
    return parse(text, { maxAliasCount: 50, prettyErrors: true });
  } catch (error) {
    if (error instanceof YAMLParseError) {
      const line = error.linePos?.[0].line;
      const [problem = ''] = error.message.split(/ at line|\n/u);
      throw new UnusableInput(`this is neither YAML nor JSON: ${problem}`, {
        file,
        ...(line === undefined ? {} : { line }),
      });
    }
    if (error instanceof ReferenceError) throw new UnusableInput(error.message, { file });
    throw error;
  }
};

/** The scenario of a name that comes with Zonula, or of a file. */
export const loadScenario = (nameOrFile: string): Scenario => {
  const known = scenarioNamed(nameOrFile);
  if (known) return known;
  if (/^[a-z0-9-]+$/u.test(nameOrFile))
    throw new UnusableArguments(
      `there is no scenario "${nameOrFile}"; name a file (.yaml or .json) or one of ${scenarios()
        .map(({ name }) => name)
        .join(', ')}`,
    );
  try {
    return readScenario(contentOf(readText(nameOrFile), nameOrFile));
  } catch (error) {
    if (error instanceof UnusableScenario)
      throw new UnusableInput(error.message, { file: nameOrFile });
    throw error;
  }
};
