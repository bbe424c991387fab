import { addDays, type Diary } from '@zonula/diary';
import type { Suspects } from '@zonula/discovery';
import {
  hiddenFor,
  mayShow,
  type Profile,
  redFlags,
  shownDiary,
  type Triage,
} from '@zonula/safety';
import type { Timeline } from '@zonula/timeline';
import { type Change, changeBetween } from '../instruments/change.ts';
import type { Score } from '../instruments/instrument.ts';
import { instrumentOf } from '../instruments/score.ts';
import { isMedicine } from '../medicine.ts';
import type { Plan } from '../plan/make-plan.ts';
import { nameOf, tidy } from '../sentence.ts';
import { type SuspectSentences, suspectSentences } from '../wording/suspect-sentences.ts';
import { vocabularyOf } from '../wording/vocabulary.ts';
import { isShared, type Share, type SharePart } from './share.ts';
import { type Trend, trendsOf } from './trend.ts';
import type { TrialDone } from './trial-done.ts';

/** A total of a form or questionnaire and its day. */
export interface DatedScore {
  readonly score: Score;
  readonly date: string;
}

export interface ClinicianInput {
  /** As the person wants to be called on the page; null for nobody named. */
  readonly name: string | null;
  readonly today: string;
  readonly version: string;
  readonly profile: Profile;
  readonly diary: Diary | null;
  readonly suspects: Suspects | null;
  /** Lends names as they were written. */
  readonly timeline: Timeline | null;
  readonly trials: readonly TrialDone[];
  readonly scores: readonly DatedScore[];
  readonly triage: Triage;
  readonly plan: Plan | null;
  readonly questions: readonly string[];
}

/** What the person was asked; a sign that no question stands for is told by its text. */
const questionOf: ReadonlyMap<string, string | null> = new Map(
  redFlags.map(({ id, question }) => [id, question]),
);

/** How many of a list stand on the page, and how many were chosen but had no room. */
export interface Listed<T> {
  readonly shown: readonly T[];
  readonly more: number;
}

export interface Total extends DatedScore {
  readonly earlier: {
    readonly date: string;
    readonly total: number;
    readonly change: Change;
  } | null;
}

export interface Medicine {
  readonly id: string;
  readonly name: string;
  /** Days of the last four weeks on which it was written down; null where it stands in the profile alone. */
  readonly days: number | null;
}

export interface Pointed {
  readonly names: readonly string[];
  readonly spoken: SuspectSentences;
}

export interface Tested {
  readonly name: string;
  readonly score: string;
  readonly trial: TrialDone;
}

/** Everything that stands on the page and in the document, and nothing else. */
export interface ClinicianPage {
  readonly version: string;
  readonly today: string;
  readonly who: readonly { readonly id: string; readonly text: string }[];
  readonly conditions: readonly string[];
  /** Questions about warning signs that were answered with yes. */
  readonly flags: Listed<{ readonly id: string; readonly text: string }>;
  /** Day on which the person answered; null where nobody asked. */
  readonly flagsAsked: string | null;
  readonly trends: Listed<Trend>;
  readonly totals: Listed<Total>;
  readonly suspects: Listed<Pointed>;
  /** What the suspects are about; null without suspects. */
  readonly outcome: {
    readonly name: string;
    readonly min: number;
    readonly max: number;
    readonly from: string;
    readonly to: string;
    readonly loggedDays: number;
  } | null;
  readonly trials: Listed<Tested>;
  /** Null where it was not chosen; an empty list says none. */
  readonly medicines: Listed<Medicine> | null;
  readonly allergies: Listed<string> | null;
  readonly plan: Listed<Plan['actions'][number]>;
  readonly questions: Listed<string>;
  /** Things that were chosen and do not exist. */
  readonly notFound: readonly string[];
}

/** So many fit on one sheet of A4 at their longest. */
const room = {
  flags: 3,
  trends: 4,
  totals: 3,
  suspects: 6,
  trials: 3,
  medicines: 6,
  allergies: 5,
  plan: 3,
  questions: 3,
  conditions: 7,
} as const;
const longestQuestion = 120;

const listed = <T>(all: readonly T[], most: number): Listed<T> => ({
  shown: all.slice(0, most),
  more: Math.max(0, all.length - most),
});

const ageWords: ReadonlyMap<string, string> = new Map([
  ['under-18', 'under 18'],
  ['18-59', '18 to 59 years'],
  ['60-or-over', '60 or over'],
]);
const pregnancyWords: ReadonlyMap<string, string> = new Map([
  ['no', 'not pregnant'],
  ['unsure', 'perhaps pregnant'],
  ['pregnant', 'pregnant'],
  ['breastfeeding', 'breastfeeding'],
]);

const whoOf = ({ name, profile }: ClinicianInput): ClinicianPage['who'] => [
  ...(name === null ? [] : [{ id: 'name', text: tidy(name) }]),
  ...(profile.ageBand === null ? [] : [{ id: 'age', text: ageWords.get(profile.ageBand)! }]),
  ...(profile.sex === null ? [] : [{ id: 'sex', text: profile.sex }]),
  ...(profile.pregnancy === null || profile.pregnancy === 'no'
    ? []
    : [{ id: 'pregnancy', text: pregnancyWords.get(profile.pregnancy)! }]),
];

const medicinesOf = (profile: Profile, diary: Diary | null, today: string): readonly Medicine[] => {
  const found = new Map<string, { name: string; days: Set<string> | null }>();
  for (const name of profile.medicines ?? [])
    found.set(name.trim().toLowerCase(), { name, days: null });
  const since = addDays(today, -27);
  for (const { category, name, value, date } of diary?.observations ?? []) {
    if (category !== 'medication' || value === 0 || date < since || date > today) continue;
    const id = name.trim().toLowerCase();
    const one = found.get(id) ?? { name, days: null };
    found.set(id, { ...one, days: (one.days ?? new Set()).add(date) });
  }
  return [...found].map(([id, { name, days }]) => ({
    id,
    name: tidy(name),
    days: days?.size ?? null,
  }));
};

const totalsOf = (scores: readonly DatedScore[]): readonly Total[] => {
  const byInstrument = new Map<string, DatedScore[]>();
  for (const one of [...scores].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const list = byInstrument.get(one.score.instrument);
    if (list) list.push(one);
    else byInstrument.set(one.score.instrument, [one]);
  }
  return [...byInstrument.values()].map((list) => {
    const latest = list.at(-1)!;
    const earlier = list.length > 1 ? list[0]! : null;
    return {
      ...latest,
      earlier: earlier && {
        date: earlier.date,
        total: earlier.score.total,
        change: changeBetween(
          instrumentOf(latest.score.instrument)!,
          earlier.score.total,
          latest.score.total,
        ),
      },
    };
  });
};

const suspectsOf = ({ suspects, timeline }: ClinicianInput): readonly Pointed[] => {
  if (suspects === null || suspects.status !== 'ok') return [];
  const vocabulary = vocabularyOf(suspects, timeline ?? undefined);
  return [...suspects.suspects]
    .sort(
      (a, b) =>
        Number(b.verdict === 'likely') - Number(a.verdict === 'likely') ||
        b.probability - a.probability,
    )
    .map((suspect) => ({
      names: suspect.members.map((id) => vocabulary.name(id).name),
      spoken: suspectSentences(suspect, suspects, vocabulary),
    }));
};

const plainName = (identity: string): string =>
  nameOf(identity.slice(identity.indexOf('/') + 1)).name;

/** Ids that were chosen and of which there is nothing. */
const missing = (share: Share, has: ReadonlyMap<SharePart, readonly string[]>): readonly string[] =>
  [...share].flatMap(([part, chosen]) => {
    if (chosen === 'all') return [];
    const there = new Set((has.get(part) ?? []).map((id) => id.trim().toLowerCase()));
    return [...chosen].filter((id) => !there.has(id)).map((id) => `${part}:${id}`);
  });

/** A list that may say “none”: only where all of it was chosen and the person was asked. */
const said = <T>(
  share: Share,
  part: SharePart,
  asked: boolean,
  make: () => Listed<T>,
): Listed<T> | null => {
  if (!share.has(part)) return null;
  const list = make();
  return list.shown.length > 0 || (asked && share.get(part) === 'all') ? list : null;
};

/**
 * The page for a clinician: only what the person chose, and never what is hidden from them. What has no room on one sheet is
 * counted, not dropped silently.
 */
export const makeClinicianPage = (input: ClinicianInput, share: Share): ClinicianPage => {
  const { profile, today, version, suspects, triage, plan, questions } = input;
  const hidden = hiddenFor(profile);
  const diary = input.diary && shownDiary(hidden, input.diary);
  const shows = (identity: string): boolean => mayShow(hidden, identity);
  const pick = <T>(part: SharePart, all: readonly T[], idOf: (one: T) => string): readonly T[] =>
    all.filter((one) => isShared(share, part, idOf(one)));

  const who = whoOf(input);
  const trends = diary === null ? [] : trendsOf(diary);
  const totals = totalsOf(input.scores);
  const pointed = suspectsOf(input).filter(({ spoken }) => spoken.suspect.members.every(shows));
  const trials = input.trials
    .filter(({ exposure, outcome }) => shows(exposure) && shows(outcome))
    .map((trial) => ({ trial, name: plainName(trial.exposure), score: plainName(trial.outcome) }));
  const medicines = medicinesOf(profile, diary, today).filter(({ id }) =>
    shows(`medication/${id}`),
  );
  const allergies = profile.foodAllergies ?? [];
  const chosenSuspects = pointed.filter(({ spoken }) =>
    spoken.suspect.members.every((id) => isShared(share, 'suspects', id)),
  );
  const { outcome } = suspects ?? {};
  return {
    version,
    today,
    who: pick('who', who, ({ id }) => id),
    conditions: pick('conditions', profile.conditions ?? [], (one) => one)
      .slice(0, room.conditions)
      .map((one) => (one === 'ibs' || one === 'ibd' ? one.toUpperCase() : one.replace('-', ' '))),
    flags: listed(
      pick('flags', triage.redFlags, ({ id }) => id).map(({ id, text }) => ({
        id,
        text: questionOf.get(id) ?? text,
      })),
      room.flags,
    ),
    flagsAsked: share.has('flags') ? (profile.redFlags?.askedOn ?? null) : null,
    trends: listed(
      pick('scores', trends, ({ id }) => id),
      room.trends,
    ),
    totals: listed(
      pick('scores', totals, ({ score }) => score.instrument),
      room.totals,
    ),
    suspects: listed(chosenSuspects, room.suspects),
    outcome:
      outcome && suspects && share.has('suspects')
        ? {
            name: plainName(`${outcome.category}/${outcome.name}`),
            min: outcome.scale.min,
            max: outcome.scale.max,
            from: suspects.diary.from,
            to: suspects.diary.to,
            loggedDays: suspects.diary.loggedDays,
          }
        : null,
    trials: listed(
      pick('trials', trials, ({ trial }) => trial.exposure),
      room.trials,
    ),
    medicines: said(share, 'medicines', profile.medicines !== null, () =>
      listed(
        pick('medicines', medicines, ({ id }) => id),
        room.medicines,
      ),
    ),
    allergies: said(share, 'allergies', profile.foodAllergies !== null, () =>
      listed(
        pick('allergies', allergies, (one) => one).map((one) => tidy(one)),
        room.allergies,
      ),
    ),
    plan: listed(
      pick('plan', plan?.actions ?? [], ({ id }) => id),
      room.plan,
    ),
    questions: listed(
      share.has('questions') ? questions.map((one) => tidy(one, longestQuestion)) : [],
      room.questions,
    ),
    notFound: missing(
      share,
      new Map<SharePart, readonly string[]>([
        ['who', who.map(({ id }) => id)],
        ['conditions', profile.conditions ?? []],
        ['flags', triage.redFlags.map(({ id }) => id)],
        ['scores', [...trends.map(({ id }) => id), ...totals.map(({ score }) => score.instrument)]],
        ['suspects', pointed.flatMap(({ spoken }) => spoken.suspect.members)],
        ['trials', trials.map(({ trial }) => trial.exposure)],
        ['medicines', medicines.map(({ id }) => id)],
        ['allergies', allergies],
        ['plan', plan?.actions.map(({ id }) => id) ?? []],
      ]),
    ),
  };
};

/** Nothing is to be tried with a medicine; the page says so beside it. */
export const isAboutMedicine = ({ spoken }: Pointed): boolean =>
  spoken.suspect.members.some(isMedicine);
