import { runScenario, scenarioCsv, scenarioDocument, scenarios, UnsolvableRun } from '@zonula/axis';
import { stringify } from 'yaml';
import { oneLine, UnusableArguments } from '../failure.ts';
import type { CommonOptions } from '../options.ts';
import { destinationAt, note, print, printJson } from '../output.ts';
import { createProgress } from '../progress.ts';
import { loadScenario } from './scenario-file.ts';
import { scenarioPage } from './scenario-page.ts';
import { modelWarning } from './study.ts';

export interface ScenarioOptions extends CommonOptions {
  readonly csv?: true;
  readonly yaml?: true;
  readonly html?: string;
}

/** The names that come with Zonula, one line each. */
export const listScenarios = async (json: boolean): Promise<void> => {
  const all = scenarios().map(({ name, title, about }) => ({ name, title, about }));
  if (json) return printJson({ scenarios: all });
  const width = Math.max(...all.map(({ name }) => name.length));
  return print(all.map(({ name, title }) => `  ${name.padEnd(width)}  ${title}\n`).join(''));
};

const shown = (value: number): string => String(Number(value.toPrecision(4)));

/** Runs a scenario by name or file and prints or writes what was asked for. */
export const runScenarioCommand = async (
  nameOrFile: string,
  { seed, json, csv, yaml, html }: ScenarioOptions,
): Promise<void> => {
  const scenario = loadScenario(nameOrFile);
  if (yaml) return print(stringify(scenario, { lineWidth: 100 }));
  const destination = html === undefined ? null : destinationAt(html, [nameOrFile]);
  const progress = createProgress(Date.now);
  try {
    const run = runScenario(scenario, seed, (share) => progress.report('runs', share));
    destination?.write(scenarioPage(run));
    progress.end();
    if (destination) note(oneLine(`written to ${destination.name}`));
    if (json) return await printJson(scenarioDocument(run));
    if (csv) return await print(scenarioCsv(run));
    const lines = run.outputs.flatMap(({ name, unit, about }, i) => [
      `${[name, unit && `(${unit})`, about && `- ${about}`].filter(Boolean).join(' ')}`,
      ...run.arms.map(({ arm, values }) => {
        const all = values[i]!;
        return `  ${arm}: ${shown(all[0]!)} at first, ${shown(all.at(-1)!)} in the end, between ${shown(Math.min(...all))} and ${shown(Math.max(...all))}`;
      }),
    ]);
    const head = [scenario.title, ...(scenario.about ? [scenario.about] : []), ''];
    return await print([...head, ...lines, '', modelWarning, ''].join('\n'));
  } catch (error) {
    if (error instanceof UnsolvableRun) throw new UnusableArguments(error.message);
    throw error;
  } finally {
    progress.end();
  }
};
