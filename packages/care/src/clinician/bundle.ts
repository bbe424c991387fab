/// <reference types="fhir/r4" />
import { toCarePlan } from '../fhir/care-plan.ts';
import type { Plan } from '../plan/make-plan.ts';
import { html } from '../report/html.ts';
import { tidy } from '../sentence.ts';
import { english, type Wording } from '../wording/wording-of.ts';
import type { ClinicianPage, Pointed, Tested, Total } from './clinician-page.ts';
import type { Trend } from './trend.ts';
import { verdictSaid } from './verdict-said.ts';

export interface BundleOptions {
  /** Moment of writing, ISO 8601 with a time zone. */
  readonly written: string;
  /** A UUID for some words: the same words, the same UUID. */
  readonly uuid: (words: string) => string;
  /** The plan whose chosen actions are on the page; null without one. */
  readonly plan: Plan | null;
  /** How the fixed words are said; English without it. */
  readonly wording?: Wording;
}

type Say = Wording['say'];

interface Entry {
  readonly fullUrl: string;
  readonly resource: fhir4.FhirResource;
}

const points = (value: number): fhir4.Quantity => ({
  value: Math.round(value * 1000) / 1000,
  unit: 'points',
});
const days = (value: number): fhir4.Quantity => ({
  value: Math.round(value * 10) / 10,
  unit: 'days',
  system: 'http://unitsofmeasure.org',
  code: 'd',
});

const trendObservation = (trend: Trend, subject: fhir4.Reference, say: Say): fhir4.Observation => {
  const { last, before, change } = trend;
  return {
    resourceType: 'Observation',
    status: 'final',
    code: {
      text: say('{name}, mean of four weeks', {
        name: `${tidy(say(trend.name))}${trend.site === null ? '' : ` (${tidy(trend.site)})`}`,
      }),
    },
    subject,
    performer: [subject],
    ...(last === null
      ? {
          dataAbsentReason: {
            coding: [
              {
                system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
                code: 'insufficient-data',
              },
            ],
            text: say('Fewer than seven days with a score.'),
          },
        }
      : {
          effectivePeriod: { start: last.from, end: last.to },
          valueQuantity: points(last.mean),
        }),
    referenceRange: [
      {
        low: points(trend.min),
        high: points(trend.max),
        text: say('Range of the score, not a normal range.'),
      },
    ],
    ...(before && change
      ? {
          component: [
            {
              code: { text: say('Mean of the four weeks before') },
              valueQuantity: points(before.mean),
            },
            { code: { text: say('Change') }, valueQuantity: points(change.points) },
            ...(change.needed === null
              ? []
              : [
                  {
                    code: { text: say('Change worth noticing in this person') },
                    valueQuantity: points(change.needed),
                  },
                ]),
          ],
        }
      : {}),
  };
};

/** LOINC where it was verified. */
const totalCodes: ReadonlyMap<string, string> = new Map([['poem', '89870-0']]);

const totalResponse = (
  { score, date }: Total,
  subject: fhir4.Reference,
): fhir4.QuestionnaireResponse => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  questionnaire: `urn:zonula:instrument:${score.instrument}`,
  subject,
  authored: date,
  item: score.parts.map(({ name, points: value }) => ({
    linkId: name.replaceAll(/[^A-Za-z]+/gu, '-'),
    text: name,
    answer: [{ valueDecimal: value }],
  })),
});

const totalObservation = (
  { score, date, earlier }: Total,
  subject: fhir4.Reference,
  response: string,
  say: Say,
): fhir4.Observation => {
  const loinc = totalCodes.get(score.instrument);
  return {
    resourceType: 'Observation',
    status: 'final',
    code: {
      ...(loinc === undefined ? {} : { coding: [{ system: 'http://loinc.org', code: loinc }] }),
      text: say('{name} total', { name: score.name }),
    },
    subject,
    effectiveDateTime: date,
    valueQuantity: points(score.total),
    ...(score.band === null ? {} : { interpretation: [{ text: say(score.band) }] }),
    referenceRange: [
      {
        low: points(score.min),
        high: points(score.max),
        text: say('Range of the score, not a normal range.'),
      },
    ],
    derivedFrom: [{ reference: response }],
    ...(earlier
      ? {
          component: [
            {
              code: { text: say('Change since {date}', { date: earlier.date }) },
              valueQuantity: points(earlier.change.points),
            },
          ],
        }
      : {}),
  };
};

const pointedObservation = (
  { names, spoken }: Pointed,
  outcome: NonNullable<ClinicianPage['outcome']>,
  subject: fhir4.Reference,
  say: Say,
): fhir4.Observation => {
  const { suspect, finding } = spoken;
  const { effect = null, delayDays = null } = finding ?? {};
  const component: fhir4.ObservationComponent[] = [
    {
      code: { text: say('Posterior probability of any effect') },
      valueQuantity: { value: Math.round(suspect.probability * 1000) / 1000, unit: '1' },
    },
    ...(effect
      ? [
          {
            code: { text: say('Change on the strongest day') },
            valueQuantity: points(effect.peak),
          },
          {
            code: {
              text: say('{level} % interval of the change, if it acts at all', {
                level: Math.round(effect.level * 100),
              }),
            },
            valueRange: {
              low: points(effect.peakInterval[0]),
              high: points(effect.peakInterval[1]),
            },
          },
        ]
      : []),
    ...(delayDays
      ? [
          { code: { text: say('Delay') }, valueQuantity: days(delayDays.mean) },
          {
            code: {
              text: say('{level} % interval of the delay, if it acts at all', {
                level: Math.round(delayDays.level * 100),
              }),
            },
            valueRange: { low: days(delayDays.interval[0]), high: days(delayDays.interval[1]) },
          },
        ]
      : []),
  ];
  return {
    resourceType: 'Observation',
    status: 'preliminary',
    code: {
      text: say('Association in the person’s own diary: {names}, with {score}', {
        names: names.join(` ${say('or')} `),
        score: say(outcome.name),
      }),
    },
    subject,
    effectivePeriod: { start: outcome.from, end: outcome.to },
    valueString: say(suspect.verdict),
    note: [{ text: say('A pattern in one person’s own days, not proof.') }],
    component,
  };
};

const testedObservation = (
  { name, score, trial }: Tested,
  subject: fhir4.Reference,
  wording: Wording,
): fhir4.Observation => ({
  resourceType: 'Observation',
  status: 'final',
  code: {
    text: wording.say('Randomised trial in one person: {name}, with {score}', {
      name,
      score: wording.say(score),
    }),
  },
  subject,
  effectivePeriod: { start: trial.from, end: trial.to },
  valueString: verdictSaid(trial.verdict, wording),
  ...(trial.effect === null
    ? {}
    : {
        component: [
          {
            code: { text: wording.say('With against without') },
            valueQuantity: points(trial.effect.mean),
          },
          {
            code: {
              text: wording.say('{level} % interval', {
                level: Math.round(trial.effect.level * 100),
              }),
            },
            valueRange: {
              low: points(trial.effect.interval[0]),
              high: points(trial.effect.interval[1]),
            },
          },
        ],
      }),
});

const narrative = (lines: readonly string[]): fhir4.Narrative => ({
  status: 'generated',
  div: html`<div xmlns="http://www.w3.org/1999/xhtml"><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></div>`
    .markup,
});

/** What was chosen of the plan, and nothing else that stands in it: warning signs are a choice of their own. */
const chosenPlan = (plan: Plan, page: ClinicianPage): Plan => ({
  ...plan,
  first: [],
  ask: [],
  actions: page.plan.shown,
  later: [],
});

/**
 * The page as a FHIR R4 document: a Bundle that begins with its Composition. It holds what is on the page and nothing else. What
 * the person did not say is absent; conditions are as they told them and not confirmed. Same input, same bytes.
 */
export const toDocument = (page: ClinicianPage, options: BundleOptions): fhir4.Bundle => {
  const { written, uuid, plan, wording = english } = options;
  const { say } = wording;
  const entries: Entry[] = [];
  const add = (words: string, make: (fullUrl: string) => fhir4.FhirResource): fhir4.Reference => {
    const id = uuid(`${written} ${page.version} ${words}`);
    const fullUrl = `urn:uuid:${id}`;
    entries.push({ fullUrl, resource: { ...make(fullUrl), id } });
    return { reference: fullUrl };
  };
  const who = new Map(page.who.map(({ id, text }) => [id, text]));
  const subject = add('patient', () => ({
    resourceType: 'Patient',
    ...(who.has('name') ? { name: [{ text: who.get('name')! }] } : {}),
    ...(who.has('sex') ? { gender: who.get('sex') === 'female' ? 'female' : 'male' } : {}),
  }));

  const sections: fhir4.CompositionSection[] = [];
  const section = (
    title: string,
    lines: readonly string[],
    references: readonly fhir4.Reference[],
  ): void => {
    if (lines.length === 0 && references.length === 0) return;
    sections.push({
      title,
      text: narrative(lines),
      ...(references.length > 0 ? { entry: [...references] } : {}),
    });
  };

  const remaining = [...who].filter(([id]) => id === 'age' || id === 'pregnancy');
  section(
    say('Person'),
    remaining.map(([, text]) => say(text)),
    [],
  );
  section(
    say('Conditions, as told by the person'),
    page.conditions.map((one) => say(one)),
    page.conditions.map((text) =>
      add(`condition ${text}`, () => ({
        resourceType: 'Condition',
        clinicalStatus: {
          coding: [
            { system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' },
          ],
        },
        verificationStatus: {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
              code: 'unconfirmed',
            },
          ],
        },
        code: { text: say(text) },
        subject,
        asserter: subject,
      })),
    ),
  );
  section(
    say('Warning signs that the person said yes to'),
    page.flags.shown.map(({ text }) => say(text)),
    [],
  );
  section(
    say('Scores'),
    [
      ...page.trends.shown.map(({ name, last }) =>
        last === null
          ? say('{name}: too few days', { name: tidy(say(name)) })
          : `${tidy(say(name))}: ${wording.figure(last.mean.toFixed(1))}`,
      ),
      ...page.totals.shown.map(({ score, date }) => `${score.name}: ${score.total} (${date})`),
    ],
    [
      ...page.trends.shown.map((trend) =>
        add(`trend ${trend.id} ${trend.site ?? ''}`, () => trendObservation(trend, subject, say)),
      ),
      ...page.totals.shown.flatMap((total) => {
        const key = `${total.score.instrument} ${total.date}`;
        const response = add(`response ${key}`, () => totalResponse(total, subject));
        return [
          response,
          add(`total ${key}`, () => totalObservation(total, subject, response.reference!, say)),
        ];
      }),
    ],
  );
  const { outcome } = page;
  if (outcome !== null)
    section(
      say('Associations in the own diary, not proof'),
      page.suspects.shown.map(
        ({ names, spoken }) => `${names.join(` ${say('or')} `)}: ${say(spoken.suspect.verdict)}`,
      ),
      page.suspects.shown.map((pointed) =>
        add(`suspect ${pointed.spoken.suspect.members.join(' ')}`, () =>
          pointedObservation(pointed, outcome, subject, say),
        ),
      ),
    );
  section(
    say('Trials done'),
    page.trials.shown.map(({ name, score, trial }) =>
      say('{name} on {score}: {verdict}', {
        name,
        score,
        verdict: verdictSaid(trial.verdict, wording),
      }),
    ),
    page.trials.shown.map((tested, k) =>
      add(`trial ${k} ${tested.trial.exposure}`, () => testedObservation(tested, subject, wording)),
    ),
  );
  if (page.medicines !== null)
    section(
      say('Medicines, as told by the person'),
      page.medicines.shown.length === 0
        ? [say('None.')]
        : page.medicines.shown.map(({ name }) => name),
      page.medicines.shown.map(({ id, name }) =>
        add(`medicine ${id}`, () => ({
          resourceType: 'MedicationStatement',
          status: 'active',
          medicationCodeableConcept: { text: name },
          subject,
          informationSource: subject,
        })),
      ),
    );
  if (page.allergies !== null)
    section(
      say('Food allergies, as told by the person'),
      page.allergies.shown.length === 0 ? [say('None.')] : page.allergies.shown,
      [],
    );
  if (plan !== null && page.plan.shown.length > 0)
    section(
      say('Own plan'),
      page.plan.shown.map(({ title }) => title),
      [
        add('plan', (fullUrl) =>
          toCarePlan(chosenPlan(plan, page), {
            id: fullUrl.slice('urn:uuid:'.length),
            subject,
            created: written,
            wording,
          }),
        ),
      ],
    );
  section(say('Questions of the person'), page.questions.shown, []);

  const targets = entries.map(({ fullUrl }) => ({ reference: fullUrl }));
  const provenance = add('provenance', () => ({
    resourceType: 'Provenance',
    target: targets,
    recorded: written,
    agent: [
      { type: { text: 'author' }, who: subject },
      { type: { text: 'assembler' }, who: { display: `Zonula ${page.version}` } },
    ],
  }));
  const composition: fhir4.Composition = {
    resourceType: 'Composition',
    id: uuid(`${written} ${page.version} composition`),
    status: 'final',
    language: wording.language,
    type: { text: say('Summary by the person for a clinician') },
    subject,
    date: written,
    author: [subject],
    title: say('For my clinician'),
    section: [
      ...sections,
      {
        title: say('Where this comes from'),
        text: narrative([say('The person made this document and chose what is in it.')]),
        entry: [provenance],
      },
    ],
  };
  const bundleId = uuid(`${written} ${page.version} bundle`);
  return {
    resourceType: 'Bundle',
    id: bundleId,
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${bundleId}` },
    type: 'document',
    timestamp: written,
    entry: [{ fullUrl: `urn:uuid:${composition.id}`, resource: composition }, ...entries],
  };
};
