import type { Suspects } from '@zonula/discovery';
import type { Timeline } from '@zonula/timeline';
import type { Accuracy } from '../accuracy.ts';
import { count, day } from '../numbers.ts';
import { list, note, plain } from '../sentence.ts';
import type { Literature } from '../wording/literature.ts';
import { type Gates, nextStep } from '../wording/next-step.ts';
import { priorSentences } from '../wording/prior.ts';
import { isWeak, type SuspectSentences } from '../wording/suspect-sentences.ts';
import { verdictSentences } from '../wording/verdict.ts';
import { type Vocabulary, vocabularyOf } from '../wording/vocabulary.ts';
import { accuracySection } from './accuracy-section.ts';
import { checksSection } from './checks.ts';
import { clinicianSection } from './clinician.ts';
import { covariatesSection } from './covariates.ts';
import { type BeadRow, daysFigure } from './days.ts';
import { delayFigure } from './delay.ts';
import { details, type Html, html, nothing, prose, words } from './html.ts';
import { literatureSection } from './literature-section.ts';
import { nothingFoundSection } from './nothing-found.ts';
import { page } from './page.ts';
import { reading } from './reading.ts';
import { stringsSection } from './strings.ts';
import { unjudgedSection } from './unjudged-section.ts';

export interface Report {
  readonly suspects: Suspects;
  readonly timeline: Timeline;
  /** Measured false accusations of this version; null where they have not been measured. */
  readonly accuracy: Accuracy | null;
  /** Local day on which the report is written, `YYYY-MM-DD`. */
  readonly generated: string;
  /** What studies say; without it the page holds the person's own result only. */
  readonly literature?: Literature | undefined;
  /** What comes before everything else, in fixed words: red flags, what is not shown. */
  readonly first?: readonly string[] | undefined;
  /** Whether a suspect may be tested on one's own; without it nobody was asked. */
  readonly gates?: Gates | undefined;
}

const mostRows = 8;

const signs: Readonly<Record<SuspectSentences['change'], string>> = {
  worse: '▲ worse',
  better: '▼ better',
  higher: '▲ higher',
  lower: '▼ lower',
  different: '',
};

const beadRows = (
  spoken: readonly SuspectSentences[],
  timeline: Timeline,
  { name }: Vocabulary,
): readonly BeadRow[] => {
  const exposures = new Map(timeline.exposures.map((exposure) => [exposure.id, exposure]));
  return spoken
    .flatMap(({ suspect: { members }, change }) =>
      members.flatMap((id, index): BeadRow[] => {
        const exposure = exposures.get(id);
        if (!exposure) return [];
        const look = change === 'worse' || change === 'better' ? change : 'plain';
        const place =
          members.length === 1
            ? 'alone'
            : index === 0
              ? 'first'
              : index === members.length - 1
                ? 'last'
                : 'inner';
        return [{ exposure, name: name(id).name, look, sign: signs[change], place }];
      }),
    )
    .slice(0, mostRows);
};

const leaf = (
  spoken: SuspectSentences,
  index: number,
  { worthwhile }: Suspects,
  vocabulary: Vocabulary,
  { literature, gates }: Pick<Report, 'literature' | 'gates'>,
): Html => {
  const { suspect, change, sentences, throughGut } = spoken;
  const next = nextStep(suspect, gates);
  const rows = spoken.finding?.rows?.filter((id) => id !== spoken.finding?.id) ?? [];
  return html`<article class="leaf">
<h3>${words(list(suspect.members.map(vocabulary.name), 'or'))}</h3>
<p class="verdict"><b>${suspect.verdict === 'likely' ? '● Likely' : '○ Possible'}</b> <span class="${change}">${signs[change]}</span></p>
<p>${prose(sentences)}</p>
${rows.length > 0 && html`<p>You had it as ${words(list(rows.map(vocabulary.name), 'and', 6))}.</p>`}
${delayFigure(spoken, worthwhile, vocabulary, `delay-${index}`)}
${throughGut && html`<p>${words(throughGut)}</p>`}
${next.length > 0 && html`<p>${prose(next)}</p>`}
${literature && literatureSection(suspect, literature)}</article>`;
};

/** Weak hints are folded away, unless there is nothing else to show than the strongest of them. */
const fold = (spoken: readonly SuspectSentences[]) => {
  const weak = spoken.filter(isWeak);
  const strong = spoken.filter((one) => !isWeak(one));
  return strong.length > 0
    ? { shown: strong, folded: weak }
    : { shown: weak.slice(0, 1), folded: weak.slice(1) };
};

const suspectsSection = (
  spoken: readonly SuspectSentences[],
  suspects: Suspects,
  vocabulary: Vocabulary,
  beside: Pick<Report, 'literature' | 'gates'>,
): Html => {
  const { shown, folded } = fold(spoken);
  return spoken.length === 0
    ? nothing
    : html`<section id="suspects"><h2>After which delay</h2>
<p>Each hill shows how the score moves in the days after one usual portion, or one day of the habit. The band holds the true hill 8 times in 10 if it acts at all.</p>
${shown.map((one, index) => leaf(one, index, suspects, vocabulary, beside))}
${
  folded.length > 0 &&
  details(
    `${count(folded.length, 'weak hint')}, more likely nothing than something`,
    html`${folded.map((one, index) => leaf(one, shown.length + index, suspects, vocabulary, beside))}`,
  )
}</section>`;
};

const hatch = html`<svg class="definitions" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><path class="hatch-line" d="M0 0V6"/></pattern></defs></svg>`;

/**
 * One self-contained HTML page for a person and their doctor: no network, no script. Everything that
 * comes from the diary is escaped. Same input, same bytes.
 */
export const renderReport = (report: Report): string => {
  const { suspects, timeline, accuracy, generated, gates, first = [] } = report;
  const vocabulary = vocabularyOf(suspects, timeline);
  const verdict = verdictSentences(suspects, timeline, gates);
  const prior = priorSentences(suspects, vocabulary);
  const { shown } = fold(verdict.suspects);
  const rows = beadRows(shown, timeline, vocabulary);
  const figure = daysFigure(suspects, timeline, rows, vocabulary);
  return page({
    title: plain(verdict.headline),
    when: html`Written on ${day(generated)}`,
    definitions: hatch,
    main: html`${first.length > 0 && html`<div class="foremost" role="note">${first.map((text) => html`<p>${note(text)}</p>`)}</div>`}
<p class="question">Does anything I do move ${words(vocabulary.outcome.subject.map((part) => (typeof part === 'string' ? part.replace('your', 'my') : part)))}?</p>
<h1>${words(verdict.headline)}</h1>
<p class="lead">${prose(verdict.lead)}</p>
<p class="about">${words(verdict.about)}</p>
${prior.length > 0 && html`<p class="about">${prose(prior)}</p>`}
${figure.markup && html`<section id="days"><h2>Your days</h2>${figure}</section>`}
${suspectsSection(verdict.suspects, suspects, vocabulary, report)}
${nothingFoundSection(suspects, vocabulary)}
${stringsSection(shown, timeline, vocabulary)}
${unjudgedSection(suspects, vocabulary)}
${covariatesSection(suspects, timeline, vocabulary)}
${checksSection(suspects, vocabulary)}
${accuracySection(accuracy, suspects.version)}
${reading(suspects, vocabulary)}
${clinicianSection(suspects, vocabulary)}`,
    footer: html`<p><strong>What this page is not.</strong> It shows associations in one person’s own diary. It is not medical advice and does not name a condition or what to do about it. Please talk to a doctor before you change what you eat or any medicine, and soon if your skin gets quickly worse, hurts or is infected.</p>`,
  });
};
