import { renderReport, renderText } from '@zonula/care';
import { type Condition, createEvidence } from '@zonula/evidence';
import { hiddenFor, mayShow } from '@zonula/safety';
import type { Grain } from '@zonula/timeline';
import { readEvidence, type TrialEvidence } from '@zonula/trial';
import { readAccuracy } from '../accuracy.ts';
import { today } from '../clock.ts';
import {
  createClassesOf,
  evidencePrior,
  literatureFor,
  type Reading,
  withLiterature,
} from '../evidence/literature.ts';
import { oneLine, UnusableArguments } from '../failure.ts';
import { readRemembered, toCorrections } from '../foods/corrections.ts';
import { loadFoodTables } from '../foods/data.ts';
import { readAll } from '../input.ts';
import type { DiaryOptions } from '../options.ts';
import { destinationAt, note, print, printJson, showsColor } from '../output.ts';
import { readDiaryFile } from '../read.ts';
import { root } from '../root.ts';
import { analyseShown } from '../triage/analyse-shown.ts';
import { gatesFor } from '../triage/gates.ts';
import { comesFirst, readProfileFile } from '../triage/profile.ts';
import { noteWarnings } from '../warnings.ts';

export interface DiscoverOptions extends DiaryOptions {
  readonly outcome?: readonly string[];
  readonly grain: readonly Grain[];
  readonly worthwhile?: number;
  readonly research?: true;
  readonly profile?: string;
  readonly report?: string;
  readonly corrections?: string;
  readonly condition?: Condition;
  readonly evidencePrior?: true;
  readonly trial?: readonly string[];
}

/** The verdict is what the person came for; the rest is in the report. */
const mostWarnings = 5;

export const runDiscover = async (file: string, options: DiscoverOptions): Promise<void> => {
  const { report, json, grain, outcome: outcomes = [], profile: profileFile, ...rest } = options;
  const {
    corrections: ofFoods,
    evidencePrior: fromStudies,
    condition,
    trial: results = [],
    ...asked
  } = rest;
  const inputs = [file, options.map, profileFile].filter((name) => name !== undefined);
  const destination = report === undefined ? null : destinationAt(report, inputs);
  const profile = profileFile === undefined ? null : await readProfileFile(profileFile);
  const trials: TrialEvidence[] = [];
  for (const name of results) {
    const trial = readEvidence(await readAll(name), name);
    const asked = outcomes[0] ?? trials[0]?.outcome ?? trial.outcome;
    if (trial.outcome !== asked)
      throw new UnusableArguments(`--trial: ${name} is about ${trial.outcome}, not about ${asked}`);
    trials.push(trial);
  }
  const diary = await readDiaryFile(file, options);
  const hidden = profile && hiddenFor(profile);
  const safety = profile && comesFirst(profile, diary);
  const gates = profile === null ? undefined : gatesFor(profile, diary);
  const corrections =
    ofFoods === undefined
      ? undefined
      : toCorrections(await readRemembered(ofFoods, loadFoodTables()));
  const reading: Reading = {
    evidence: createEvidence(),
    classesOf: createClassesOf(corrections),
    condition,
  };
  const { suspects, timeline } = analyseShown(hidden, diary, {
    ...asked,
    outcomes: outcomes.length === 0 && trials[0] ? [trials[0].outcome] : outcomes,
    grains: grain,
    trials,
    ...(corrections === undefined ? {} : { corrections }),
    ...(fromStudies ? { priorOdds: (outcome) => evidencePrior(outcome, reading) } : {}),
  });
  if (destination) {
    const literature = hidden?.foods ? undefined : literatureFor(suspects, reading);
    const page = {
      suspects,
      timeline,
      literature,
      first: safety?.lines,
      gates,
      accuracy: readAccuracy(root),
    };
    destination.write(renderReport({ ...page, generated: today() }));
    note(oneLine(`report written to ${destination.name}`));
    if (suspects.others)
      note('the report shows the first score; the others are in the text and with --json');
  }
  for (const { exposure, from, to, odds } of trials)
    if (!hidden || mayShow(hidden, exposure))
      note(
        oneLine(
          `counted: the trial of ${exposure} from ${from} to ${to}; it multiplies the odds by ${Number(odds.toPrecision(2))}, and its days are not counted a second time`,
        ),
      );
  if (json) {
    const document = hidden?.foods ? suspects : withLiterature(suspects, reading);
    await printJson(safety ? { ...document, safety: safety.document } : document);
  } else {
    noteWarnings(suspects.warnings, mostWarnings);
    const texts = [suspects, ...(suspects.others ?? [])].map((document, index) =>
      renderText(document, {
        color: showsColor(),
        timeline,
        literature: hidden?.foods ? undefined : literatureFor(document, reading),
        first: index === 0 ? safety?.lines : undefined,
        gates,
      }),
    );
    await print(texts.join('\n'));
  }
};
