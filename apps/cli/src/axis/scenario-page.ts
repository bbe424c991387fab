import { arrowsOf, type Condition, eventKindNamed, type ScenarioRun } from '@zonula/axis';
import { coursesFigure, details, html, page } from '@zonula/care';

const sureness = {
  measured: 'seen in people or animals',
  modelled: 'taken from a published model',
  assumed: 'our assumption',
} as const;

const upperFirst = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** What the scenario lets happen, each once, with what is known of it. */
const kindsOf = ({ scenario: { events = [], arms = [] } }: ScenarioRun) =>
  [...new Set([...events, ...arms.flatMap((arm) => arm.events ?? [])].map(({ kind }) => kind))].map(
    (name) => eventKindNamed(name)!,
  );

const arrowList = (condition: Condition) =>
  html`<ul class="checks">${arrowsOf(condition)
    .filter(({ parameters }) => parameters.includes('gut_arrow'))
    .map(
      ({ sentence, tag, source }) =>
        html`<li class="check"><p>${sentence}</p><p class="aside"><b>${upperFirst(tag)}</b>: ${source}</p></li>`,
    )}</ul>`;

/** One self-contained page: the story, its courses, and how sure each part of it is. */
export const scenarioPage = (run: ScenarioRun): string => {
  const { scenario, times, timeUnit, outputs, arms } = run;
  const { title, about, condition } = scenario;
  const kinds = kindsOf(run);
  return page({
    title,
    when: `Scenario ${scenario.name}, seed ${run.seed}`,
    main: html`<p class="question">What if?</p>
<h1>${title}</h1>
${about && html`<p class="lead">${about}</p>`}
<p class="about">These are virtual people in a model${condition && html`, with ${condition}`}. A model is a simplified picture. It says nothing about you.</p>
${outputs.map(
  ({ name, unit, about: meaning }, i) => html`<section><h2>${upperFirst(meaning || name)}</h2>
${coursesFigure({
  id: `output-${i}`,
  title: upperFirst(meaning || name),
  unit,
  timeUnit,
  times,
  courses: arms.map(({ arm, values }) => ({ name: arm, values: values[i]! })),
})}
<p class="aside">In the model this is <b>${name}</b>${unit !== '' && html`, in ${unit}`}.</p></section>`,
)}
${
  kinds.length > 0 &&
  html`<section><h2>How sure is this?</h2><ul class="checks">${kinds.map(
    ({ title: what, known, tag, source }) =>
      html`<li class="check"><h3>${upperFirst(what)}</h3><p>${known}</p><p class="aside"><b>${upperFirst(tag)}</b> (${sureness[tag]}): ${source}</p></li>`,
  )}</ul></section>`
}
${
  condition &&
  html`<section><h2>From gut to skin</h2><p>Nobody has measured how strongly the gut moves the skin. These arrows exist only where gut_arrow is 1:</p>${details('The arrows from gut to skin', arrowList(condition))}</section>`
}`,
    footer: html`<p><strong>What this page is not.</strong> It shows what a model does, not what happens in a person. It is not medical advice.</p>`,
  });
};
