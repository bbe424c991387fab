import { once as nextEvent } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { type Scenario, summaryColumns } from '@zonula/axis';
import { loadScenario } from '../axis/scenario-file.ts';
import { oneLine, UnusableArguments } from '../failure.ts';
import type { CommonOptions } from '../options.ts';
import { note, printJson } from '../output.ts';
import { createProgress } from '../progress.ts';
import { version } from '../version.ts';
import { outputFolder } from './folder.ts';
import { simulatePeople } from './people.ts';
import type { Outcome } from './worker.ts';

export interface SimulateOptions extends CommonOptions {
  readonly scenario?: string;
  readonly days?: number;
  readonly people?: number;
  readonly summary?: true;
  readonly out: string;
}

/** A scenario as a virtual person lives it: the coupled axis, one arm. */
const lived = (nameOrFile: string): Scenario => {
  const scenario = loadScenario(nameOrFile);
  if (scenario.model !== 'axis')
    throw new UnusableArguments(
      `--scenario: virtual people live in the model axis, not in ${scenario.model}`,
    );
  const [arm] = scenario.arms ?? [];
  if (!arm) return scenario;
  const triggers = arm.triggers ?? scenario.triggers;
  return {
    ...scenario,
    settings: { ...scenario.settings, ...arm.settings },
    events: [...(scenario.events ?? []), ...(arm.events ?? [])],
    ...(triggers ? { triggers } : {}),
  };
};

const fieldOf = (outcome: Outcome): string =>
  'summary' in outcome
    ? `${summaryColumns.map((name) => outcome.summary[name]).join(',')}\r\n`
    : JSON.stringify({ file: outcome.file, ...outcome.truth });

export const runSimulate = async (options: SimulateOptions): Promise<void> => {
  const { seed, days = 180, people = 1, summary, out } = options;
  const scenario = options.scenario === undefined ? null : lived(options.scenario);
  const folder = outputFolder(out);
  const progress = createProgress(Date.now);
  try {
    const name = summary ? 'people.csv' : 'truth.json';
    const stream = createWriteStream(join(folder.path, name));
    const done = finished(stream);
    const put = async (text: string): Promise<void> => {
      if (stream.write(text)) return;
      await Promise.race([nextEvent(stream, 'drain'), done]);
    };
    const head = { version, seed, days, scenario: scenario?.name ?? null };
    await put(
      summary
        ? `${summaryColumns.join(',')}\r\n`
        : `${JSON.stringify(head).slice(0, -1)},"people":[\n`,
    );
    const job = {
      seed,
      days,
      folder: summary ? null : folder.path,
      width: Math.max(4, String(people).length),
      ...(scenario ? { scenario } : {}),
    };
    await simulatePeople(job, people, async (outcome, index) => {
      const comma = !summary && index > 0 ? ',\n' : '';
      await put(`${comma}${fieldOf(outcome)}`);
      progress.report(`${index + 1} of ${people} people`, (index + 1) / people);
    });
    if (!summary) await put('\n]}\n');
    stream.end();
    await done;
    folder.keep();
  } catch (error) {
    folder.discard();
    throw error;
  } finally {
    progress.end();
  }
  const files = summary ? ['people.csv'] : ['truth.json'];
  note(oneLine(`${people} virtual ${people === 1 ? 'person' : 'people'} written to ${out}`));
  if (options.json)
    await printJson({ version, seed, days, people, scenario: scenario?.name ?? null, out, files });
};
