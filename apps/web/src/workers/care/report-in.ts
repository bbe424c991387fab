import {
  type Appendix,
  type ClinicianPage,
  makeClinicianPage,
  parseShare,
  readTrialDone,
  renderSheet,
  shadowStyle,
  shareParts,
  toDocument,
  type Wording,
} from '@zonula/care';
import { type Diary, identityOf, type Observation, writeTidy } from '@zonula/diary';
import type { Foods } from '@zonula/foods';
import { hiddenFor, mayShow, shownDiary, triage } from '@zonula/safety';
import { version } from '../../version.ts';
import { diaryKey } from '../diary-key.ts';
import { digestOf } from '../digest.ts';
import type { Analysis } from './analyse-in.ts';
import { planIn } from './plan-in.ts';
import type { ReportAsk, ReportChoices, ReportView } from './questions.ts';

const scored: ReadonlySet<string> = new Set([
  'skin',
  'gut',
  'symptom',
  'sleep',
  'stress',
  'mood',
  'cycle',
]);
const eaten: ReadonlySet<string> = new Set(['food', 'ingredient', 'day']);
const taken: ReadonlySet<string> = new Set(['medication', 'supplement']);

/** The diary of the chosen days. */
export const inPeriod = (diary: Diary, { from, to }: ReportAsk['period']): Diary => ({
  ...diary,
  observations: diary.observations.filter(({ date }) => date >= from && date <= to),
});

/** A UUID (version 8, RFC 9562) from a digest, so that the same page gives the same bytes. */
const uuidFrom =
  (content: string) =>
  (words: string): string => {
    const hex = digestOf([content, words]);
    const variant = (8 + (Number.parseInt(hex.slice(16, 17), 16) % 4)).toString(16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };

const withoutNote = ({ note: _, ...observation }: Observation): Observation => observation;

/** Only the rows that were chosen; notes go unless they were. */
export const chosenRows = (
  diary: Diary,
  { parts, withoutScores }: Pick<ReportAsk, 'parts' | 'withoutScores'>,
): Diary => {
  const has = (part: ReportAsk['parts'][number]): boolean => parts.includes(part);
  const left = new Set(withoutScores);
  const wanted = ({ category, name }: Observation): boolean => {
    if (scored.has(category)) return has('scores') && !left.has(identityOf(category, name));
    if (eaten.has(category)) return has('foods');
    if (taken.has(category)) return has('medicines');
    if (category === 'note') return has('notes');
    return has('life');
  };
  const observations = diary.observations
    .filter(wanted)
    .map((one) => (has('notes') ? one : withoutNote(one)));
  const there = new Set(observations.map(({ category, name }) => identityOf(category, name)));
  return {
    observations,
    scales: new Map([...diary.scales].filter(([id]) => there.has(id))),
    warnings: [],
  };
};

const choicesIn = (diary: Diary, { suspects, plan, medicines }: ClinicianPage): ReportChoices => {
  const scores = new Map<string, string>();
  for (const { category, name } of diary.observations)
    if (scored.has(category) && category !== 'cycle') scores.set(identityOf(category, name), name);
  return {
    scores: [...scores].map(([id, name]) => ({ id, name })),
    suspects: suspects.shown.map(({ names, spoken }) => ({
      ids: spoken.suspect.members,
      names,
    })),
    plan: plan.shown.map(({ id, title }) => ({ id, name: title })),
    medicines: medicines?.shown.map(({ id, name }) => ({ id, name })) ?? [],
  };
};

const base64Of = (bytes: Uint8Array): string => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
};

const appendixIn = (
  diary: Diary,
  { parts, period, photos }: Pick<ReportAsk, 'parts' | 'period' | 'photos'>,
): Appendix => {
  const foods = new Map<string, string[]>();
  if (parts.includes('foods'))
    for (const { date, category, name, value } of diary.observations) {
      if (category !== 'food' || value === 0) continue;
      const day = foods.get(date);
      if (day) day.push(name);
      else foods.set(date, [name]);
    }
  const notes = parts.includes('notes')
    ? diary.observations.flatMap(({ date, category, name, note }): Appendix['notes'] => {
        if (category === 'note') return [{ day: date, about: null, text: note ?? name }];
        return note === undefined || note === '' ? [] : [{ day: date, about: name, text: note }];
      })
    : [];
  return {
    ...period,
    foods: [...foods].map(([day, names]) => ({ day, names })),
    notes,
    photos: parts.includes('photos')
      ? photos.map(({ day, about, type, bytes }) => ({ day, about, type, base64: base64Of(bytes) }))
      : [],
  };
};

/** The choice in the words of `zonula clinician --share`. */
const shareIn = (
  { parts, withoutScores, withoutSuspects }: ReportAsk,
  { scores, suspects }: ReportChoices,
) =>
  parseShare(
    shareParts
      .filter((part) => parts.includes(part))
      .flatMap((part) => {
        if (part === 'scores' && withoutScores.length > 0)
          return scores
            .filter(({ id }) => !withoutScores.includes(id))
            .map(({ id }) => `scores:${id}`);
        if (part === 'suspects' && withoutSuspects.length > 0)
          return suspects
            .flatMap(({ ids }) => ids)
            .filter((id) => !withoutSuspects.includes(id))
            .map((id) => `suspects:${id}`);
        return [part];
      }),
  );

/** The same for pages whose analysis is the same: what is chosen for the page changes nothing of it. */
export const analysisKey = ({ diary, profile, corrections, period, today }: ReportAsk): string =>
  JSON.stringify([diaryKey(inPeriod(diary, period)), profile, corrections, today]);

/** Whether the model has to be asked for this page. */
export const needsAnalysis = ({ parts }: Pick<ReportAsk, 'parts'>): boolean =>
  parts.includes('suspects') || parts.includes('plan');

/** The page as `zonula clinician` makes it, with what was chosen and nothing else, and the table of the chosen rows. */
export const reportIn = (
  ask: ReportAsk,
  foods: Foods | null,
  analysis: Analysis | null,
  wording: Wording,
): ReportView => {
  const { profile, today, parts, name } = ask;
  const period = inPeriod(ask.diary, ask.period);
  const diary = shownDiary(hiddenFor(profile), period);
  const plan =
    parts.includes('plan') && foods !== null
      ? planIn({ ...ask, diary: period }, foods, analysis, wording).plan
      : null;
  const input = {
    name: name.trim() === '' ? null : name,
    today,
    version,
    profile,
    diary,
    suspects: analysis?.found.suspects ?? null,
    timeline: analysis?.timeline ?? null,
    trials: ask.trials.map((trial) => readTrialDone(JSON.stringify(trial), 'trial')),
    scores: [],
    triage: triage({ profile, diary: period, today }, version),
    plan,
    questions: ask.questions,
  };
  const choices = choicesIn(
    diary,
    makeClinicianPage(input, parseShare(['suspects', 'plan', 'medicines'])),
  );
  const page = makeClinicianPage(input, shareIn(ask, choices));
  const appendix = appendixIn(diary, ask);
  const html = renderSheet(page, { wording, appendix });
  const document = toDocument(page, {
    written: `${today}T00:00:00Z`,
    uuid: uuidFrom(html),
    plan,
    wording,
  });
  const rows = chosenRows(diary, ask);
  return {
    html,
    style: shadowStyle,
    fhir: `${JSON.stringify(document, null, 2)}\n`,
    csv: rows.observations.length === 0 ? null : writeTidy(rows),
    rows: rows.observations.length,
    choices,
    trials: input.trials.filter(
      ({ exposure, outcome }) =>
        mayShow(hiddenFor(profile), exposure) && mayShow(hiddenFor(profile), outcome),
    ).length,
    found: analysis?.found ?? null,
  };
};
