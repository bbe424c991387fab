import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  contrastsCsv,
  exposuresCsv,
  methodsText,
  personalCsv,
  type Release,
  releaseOf,
  type Study,
} from '@zonula/cohort';
import {
  type CohortStore,
  consentsOf,
  eachPersonal,
  inputsOf,
  poolRun,
  type Question,
  runOf,
} from '@zonula/server';
import { UnusableArguments } from '../failure.ts';
import { destinationAt } from '../output.ts';
import { makeFolder } from './place.ts';
import { reportPage } from './report-page.ts';

export interface PublishOptions {
  readonly out: string;
  readonly minimumCell: number;
  /** Where what is for each person alone goes; nowhere unless it is named. */
  readonly persons?: string;
}

export interface Published {
  readonly release: Release;
  readonly bundle: Readonly<Record<string, unknown>>;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const tooFew = (minimumCell: number): UnusableArguments =>
  new UnusableArguments(`fewer than ${minimumCell} people, so nothing about them may be published`);

/** Pools a run and writes the report, tables, methods and the bundle by which it can be made again. Same data and question, same bytes. */
export const publish = async (
  { database }: CohortStore,
  question: Question,
  { out, minimumCell, persons }: PublishOptions,
): Promise<Published> => {
  const run = runOf(question);
  const { personalThreshold, ...pooled } = await poolRun(database, run, {
    fewest: minimumCell,
  });
  if (pooled.people < minimumCell) throw tooFew(minimumCell);
  const release = releaseOf(pooled, minimumCell);
  const study: Study = {
    version: question.version,
    purpose: question.purpose,
    grains: question.grains,
    consents: await consentsOf(database, question.purpose),
  };
  const files = new Map<string, string>([
    ['report.html', reportPage(release, study)],
    ['exposures.csv', exposuresCsv(release)],
    ['differences.csv', contrastsCsv(release)],
    ['methods.txt', `${methodsText(release, study).join('\n\n')}\n`],
  ]);
  makeFolder(out);
  for (const [name, text] of files) destinationAt(join(out, name)).write(text);
  // The hash over all people shows whether the same went in; single ones would tell who is in it.
  const { digest } = await inputsOf(database, question.purpose);
  const bundle = {
    ...question,
    node: process.versions.node,
    run,
    minimumCell,
    level: release.level,
    rate: release.rate,
    priors: release.priors,
    inputs: digest,
    files: [...files].map(([name, text]) => ({ name, sha256: sha256(text) })),
    again: `zonula cohort analyse DIARIES --out FOLDER ${againOf(question, minimumCell)}`,
  };
  destinationAt(join(out, 'bundle.json')).write(`${JSON.stringify(bundle, null, 2)}\n`);
  if (persons !== undefined) {
    makeFolder(persons);
    await eachPersonal(database, run, (person, rows) =>
      destinationAt(join(persons, `${person}.csv`)).write(
        personalCsv(
          rows.map((row) => ({
            exposure: row.exposure,
            outcome: row.outcome,
            measure: row.measure,
            daysWith: row.days_with,
            daysWithout: row.days_without,
            own: { estimate: row.estimate, error: row.error },
            probability: row.probability,
            effect: { mean: row.effect, sd: row.effect_sd },
            claimed: personalThreshold !== null && row.worthwhile_probability >= personalThreshold,
          })),
        ),
      ),
    );
  }
  return { release, bundle };
};

const againOf = ({ seed, outcome, discovery, grains, purpose }: Question, cell: number): string =>
  [
    `--seed ${seed}`,
    ...(outcome === null ? [] : [`--outcome ${JSON.stringify(outcome)}`]),
    ...grains.map((grain) => `--grain ${grain}`),
    ...(discovery ? [] : ['--counts-only']),
    `--purpose ${JSON.stringify(purpose)}`,
    `--minimum-cell ${cell}`,
  ].join(' ');
