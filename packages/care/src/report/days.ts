import type { Suspects } from '@zonula/discovery';
import type { Exposure, Outcome, Timeline } from '@zonula/timeline';
import { area, line } from 'd3-shape';
import { count, day } from '../numbers.ts';
import { note, plain, tidy } from '../sentence.ts';
import type { Vocabulary } from '../wording/vocabulary.ts';
import { details, type Html, html, nothing } from './html.ts';
import { type Level, slowLevel } from './level.ts';
import { monthTable } from './month-table.ts';
import { dateLabels, gridLines, type Panel, panelsOf } from './panels.ts';
import { coordinate, dots, linear, percent, picture, plane, runs } from './plot.ts';

/** Days with one suspect, drawn as beads; members of one set share a string. */
export interface BeadRow {
  readonly exposure: Exposure;
  readonly name: string;
  readonly look: 'worse' | 'better' | 'plain';
  /** ▲ or ▼, so that colour is never alone. */
  readonly sign: string;
  /** Position in its set. */
  readonly place: 'alone' | 'first' | 'inner' | 'last';
}

interface Break {
  readonly day: number;
  readonly label: string;
}

interface DaysChart {
  readonly timeline: Timeline;
  readonly outcome: Outcome;
  readonly level: Level;
  readonly range: readonly [number, number];
  readonly breaks: readonly Break[];
  readonly rows: readonly BeadRow[];
  readonly vocabulary: Vocabulary;
}

const plotHeight = 148;
const lane = 17;
const padding = 7;

export const outcomeOf = ({ outcome }: Suspects, timeline: Timeline): Outcome | null => {
  if (!outcome) return null;
  const same = timeline.outcomes.filter(
    ({ category, name }) => category === outcome.category && name === outcome.name,
  );
  return same.find(({ id }) => id === timeline.outcome) ?? same[0] ?? null;
};

/** The days on which a break column steps; only the first step of a column carries its words. */
const breaksOf = (timeline: Timeline): readonly Break[] =>
  timeline.covariates
    .filter(({ group }) => group === 'break')
    .flatMap(({ values, label }) =>
      [...values.keys()]
        .filter((t) => t > 0 && values[t] !== values[t - 1])
        .map((t, index) => ({ day: t, label: index === 0 ? note(label) : '' })),
    )
    .sort((a, b) => a.day - b.day);

const rangeOf = ({ scale, values, kind }: Outcome): readonly [number, number] => {
  if (kind === 'score') return [scale.min, scale.max];
  const highest = values.reduce((most, v) => (Number.isNaN(v) ? most : Math.max(most, v)), 1);
  return [0, highest];
};

const levelPaths = (chart: DaysChart, panel: Panel, y: (value: number) => number): Html => {
  const { mean, lower, upper } = chart.level;
  const step = panel.span > 60 ? 2 : 1;
  const days = Array.from(
    { length: Math.floor((panel.to - 1 - panel.from) / step) + 1 },
    (_, k) => panel.from + k * step,
  );
  const defined = (t: number): boolean => !Number.isNaN(mean[t]!);
  const x = (t: number): number => t - panel.from + 0.5;
  const clamp = (value: number): number =>
    coordinate(y(Math.min(chart.range[1], Math.max(chart.range[0], value))));
  const band = area<number>(
    x,
    (t) => clamp(lower[t]!),
    (t) => clamp(upper[t]!),
  ).defined(defined);
  const middle = line<number>(x, (t) => clamp(mean[t]!)).defined(defined);
  return html`<path class="level-band" d="${band(days)}"/><path class="level" d="${middle(days)}"/>`;
};

const severityPanel = (chart: DaysChart, panel: Panel, id: string): Html => {
  const { outcome, timeline, range, breaks } = chart;
  const { values } = outcome;
  const here = breaks.filter(({ day: t }) => t >= panel.from && t < panel.to);
  const top = Math.min(3, here.length) * lane;
  const height = plotHeight + 40 + top;
  const y = linear(range, [plotHeight - padding, padding]);
  const known: [number, number][] = [];
  for (let t = panel.from; t < panel.to; t++) {
    if (!Number.isNaN(values[t]!)) known.push([t - panel.from + 0.5, y(values[t]!)]);
  }
  const unknown = runs(panel.from, panel.to, (t) => Number.isNaN(values[t]!));
  const left = (t: number): string => percent((t - panel.from) / panel.span);
  const middle = (range[0] + range[1]) / 2;
  const [first, last] = [timeline.dates[panel.from] ?? '', timeline.dates[panel.to - 1] ?? ''];
  const shown = known.length > 0 ? `${count(known.length, 'day')} with a score` : 'no scores';
  return picture(
    id,
    height,
    `${plain(chart.vocabulary.outcome.subject)}, ${day(first)} to ${day(last)}`,
    `${shown}, ${count(panel.to - panel.from - known.length, 'day')} unknown. The numbers of every month are in the table below.`,
    html`<g aria-hidden="true"><svg y="${top}" width="100%" height="${plotHeight}" overflow="visible">
<g class="unknown">${unknown.map(([a, b]) => html`<rect x="${left(a)}" y="0" width="${percent((b - a) / panel.span)}" height="${plotHeight}"/>`)}</g>
${plane(
  panel.span,
  plotHeight,
  html`<path class="grid" d="${[range[0], middle, range[1]].map((v) => `M0 ${coordinate(y(v))}H${panel.to - panel.from}`).join('')}"/>
${gridLines(panel, timeline.dates, plotHeight)}
${levelPaths(chart, panel, y)}
${dots(known, 'dots')}`,
)}
<g class="tick end">${[range[0], range[1]].map((v) => html`<text x="0" dx="-9" y="${coordinate(y(v)) + 4}">${v}</text>`)}</g>
${dateLabels(panel, timeline.dates, plotHeight + 15)}</svg>
${here.slice(0, 3).map(({ day: t, label }, index) => {
  const share = (t - panel.from) / panel.span;
  const late = share > 0.5;
  return html`<g class="break"><line x1="${left(t)}" x2="${left(t)}" y1="${index * lane + 2}" y2="${plotHeight + top}"/><text x="${left(t)}" dx="${late ? -6 : 6}" y="${index * lane + 12}" ${late && html`text-anchor="end"`}>${tidy(label, 40)}</text></g>`;
})}</g>`,
  );
};

const beadPanel = (
  { exposure, name, look, sign, place }: BeadRow,
  chart: DaysChart,
  panel: Panel,
): Html => {
  const { dose } = exposure;
  const height = 20;
  const beads: [number, number][] = [];
  for (let t = panel.from; t < panel.to; t++) {
    if (dose[t]! > 0) beads.push([t - panel.from + 0.5, height / 2]);
  }
  const unknown = runs(panel.from, panel.to, (t) => Number.isNaN(dose[t]!));
  const span = percent((panel.to - panel.from) / panel.span);
  const text = `${name}: ${count(beads.length, 'day')}`;
  return html`<div class="bead-row ${place}"><p class="bead-label"><bdi class="name">${name}</bdi> <span>${sign && html`<span class="sign">${sign}</span>, `}${count(beads.length, 'day')}</span></p>
<svg class="chart beads ${look}" width="100%" height="${height}" role="img" aria-label="${text}"><g class="unknown">${unknown.map(
    ([a, b]) =>
      html`<rect x="${percent((a - panel.from) / panel.span)}" y="4" width="${percent((b - a) / panel.span)}" height="12"/>`,
  )}</g><line class="string" x1="0" x2="${span}" y1="${height / 2}" y2="${height / 2}"/>${plane(
    panel.span,
    height,
    html`${gridLines(panel, chart.timeline.dates, height)}${dots(beads, 'bead')}${look === 'better' && dots(beads, 'bead-hole')}`,
  )}</svg></div>`;
};

const panelFigure = (chart: DaysChart, panel: Panel, index: number): Html => html`
<div class="panel">${severityPanel(chart, panel, `days-${index}`)}
${chart.rows.map((row) => beadPanel(row, chart, panel))}</div>`;

const recent = 4;

const keyHatch = html`<svg class="key-hatch unknown" width="22" height="13" aria-hidden="true" focusable="false"><rect x="1" y="1" width="20" height="11"/></svg>`;

/** Severity over time, its slow level, unknown days and break points, with the suspects' days beneath. */
export const daysFigure = (
  suspects: Suspects,
  timeline: Timeline,
  rows: readonly BeadRow[],
  vocabulary: Vocabulary,
): Html => {
  const outcome = outcomeOf(suspects, timeline);
  if (!outcome || timeline.days === 0) return nothing;
  const chart: DaysChart = {
    timeline,
    outcome,
    level: slowLevel(outcome.values),
    range: rangeOf(outcome),
    breaks: breaksOf(timeline),
    rows,
    vocabulary,
  };
  const drawn = panelsOf(timeline.days).map((panel, index) => panelFigure(chart, panel, index));
  const earlier = drawn.slice(0, Math.max(0, drawn.length - recent));
  const hasUnknown = [outcome.values, ...rows.map(({ exposure }) => exposure.dose)].some((series) =>
    series.some(Number.isNaN),
  );
  const higher = vocabulary.outcome.higherIsWorse ? 'Higher is worse. ' : '';
  return html`<figure>
${earlier.length > 0 && details(`Earlier days (${count(earlier.length, 'row')} more)`, html`${earlier}`)}
${drawn.slice(earlier.length)}
<figcaption>${higher}Each dot is one day. The band is where your usual level lay once single days are smoothed away.${
    hasUnknown && html` ${keyHatch} Hatched days are unknown, and unknown is never counted as zero.`
  }${
    rows.length > 0 &&
    ' Each bead beneath is a day with that thing. Look whether the dots rise or fall some days after the beads.'
  }</figcaption>
${details('The same in numbers, month by month', monthTable(outcome, timeline, rows, vocabulary))}
</figure>`;
};
