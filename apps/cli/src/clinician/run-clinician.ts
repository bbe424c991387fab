import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import {
  type DatedScore,
  makeClinicianPage,
  makePlan,
  type Plan,
  parseShare,
  readTrialDone,
  renderSheet,
  type Share,
  toDocument,
} from '@zonula/care';
import type { Diary } from '@zonula/diary';
import type { Suspects } from '@zonula/discovery';
import { createEvidence } from '@zonula/evidence';
import { createFoods } from '@zonula/foods';
import { hiddenFor, type Profile, triage } from '@zonula/safety';
import type { Analysis } from '../analyse.ts';
import { today } from '../clock.ts';
import { oneLine, UnusableArguments } from '../failure.ts';
import { loadFoodTables, loadNutrients } from '../foods/data.ts';
import { readAll } from '../input.ts';
import type { CommonOptions } from '../options.ts';
import { destinationAt, note, print, printJson } from '../output.ts';
import { readDiaryFile } from '../read.ts';
import { analyseShown } from '../triage/analyse-shown.ts';
import { comesFirst, readProfileFile } from '../triage/profile.ts';
import { classesOf } from '../trial/contents.ts';
import { version } from '../version.ts';
import { pagesOf, printPdf } from './pdf.ts';

export interface ClinicianOptions extends CommonOptions {
  readonly diary?: string;
  readonly profile?: string;
  readonly share?: readonly string[];
  readonly out?: string;
  readonly name?: string;
  readonly outcome?: string;
  readonly total?: readonly DatedScore[];
  readonly trial?: readonly string[];
  readonly question?: readonly string[];
}

/** Without these there is no page. */
export interface ClinicianNeeds {
  readonly diary: string;
  readonly profile: string;
  readonly share: readonly string[];
}

/** A UUID (version 8, RFC 9562) from a digest, so that the same input gives the same bytes. */
const uuidFrom =
  (content: string) =>
  (words: string): string => {
    const hex = createHash('sha256')
      .update(JSON.stringify([content, words]))
      .digest('hex');
    const variant = (8 + (Number.parseInt(hex.slice(16, 17), 16) % 4)).toString(16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };

const planOf = (
  profile: Profile,
  diary: Diary,
  seed: number,
  suspects: Suspects['suspects'],
): Plan => {
  const tables = loadFoodTables();
  const foods = createFoods(tables, { nutrientsOf: loadNutrients(tables) });
  return makePlan(
    { profile, diary, today: today() },
    {
      version,
      seed,
      evidence: createEvidence(),
      read: foods.read,
      classesOf: (exposure) => classesOf(exposure, () => foods),
      without: [],
      suspects,
    },
  );
};

const analysed = (
  share: Share,
  profile: Profile,
  diary: Diary,
  { seed, outcome }: ClinicianOptions,
): Analysis | null =>
  share.has('suspects') || share.has('plan')
    ? analyseShown(hiddenFor(profile), diary, {
        seed,
        ...(outcome === undefined ? {} : { outcomes: [outcome] }),
      })
    : null;

const kinds = ['.html', '.pdf', '.json'] as const;

export const runClinician = async (options: ClinicianOptions & ClinicianNeeds): Promise<void> => {
  const { diary: diaryFile, profile: profileFile, share: chosen, out, json } = options;
  const share = parseShare(chosen);
  const kind =
    out === undefined ? '.json' : kinds.find((one) => one === extname(out).toLowerCase());
  if (kind === undefined) throw new UnusableArguments('--out: name a .html, .pdf or .json file');
  if (out === undefined && !json)
    throw new UnusableArguments('--out FILE.html, FILE.pdf or FILE.json is needed, or --json');
  const destination =
    out === undefined
      ? null
      : destinationAt(out, [diaryFile, profileFile, ...(options.trial ?? [])]);
  const profile = await readProfileFile(profileFile);
  const diary = await readDiaryFile(diaryFile, { ...options, format: 'auto' });
  const trials = [];
  for (const file of options.trial ?? []) trials.push(readTrialDone(await readAll(file), file));

  const day = today();
  const analysis = analysed(share, profile, diary, options);
  const plan = share.has('plan')
    ? planOf(profile, diary, options.seed, analysis?.suspects.suspects ?? [])
    : null;
  const page = makeClinicianPage(
    {
      name: options.name ?? null,
      today: day,
      version,
      profile,
      diary,
      suspects: analysis?.suspects ?? null,
      timeline: analysis?.timeline ?? null,
      trials,
      scores: options.total ?? [],
      triage: triage({ profile, diary, today: day }, version),
      plan,
      questions: options.question ?? [],
    },
    share,
  );
  for (const one of page.notFound) note(oneLine(`not on the page: there is no ${one}`));
  const html = renderSheet(page);
  const document = toDocument(page, {
    written: `${day}T00:00:00Z`,
    uuid: uuidFrom(html),
    plan,
  });
  if (destination !== null) {
    if (kind === '.pdf') {
      const pdf = printPdf(html);
      if (pagesOf(pdf) !== 1)
        note(`the page takes ${pagesOf(pdf)} sheets with the fonts of this computer`);
      destination.write(pdf);
    } else destination.write(kind === '.html' ? html : `${JSON.stringify(document, null, 2)}\n`);
    note(oneLine(`page for your clinician written to ${destination.name}`));
  }
  if (json) return printJson(document);
  const { lines } = comesFirst(profile, diary);
  if (lines.length > 0) await print(`${lines.map(oneLine).join('\n')}\n`);
};
