import { type Html, html } from '@zonula/care';
import type { ReleasedContrast, ReleasedExposure } from '@zonula/cohort';

const height = 22;
const middle = height / 2;

const inPercent = (share: number): string =>
  `${Math.round(1000 * Math.min(1, Math.max(0, share))) / 10}%`;

/** From values to shares of the width. */
type Place = (value: number) => number;

const line = (from: string, to: string, name: string): Html =>
  html`<line x1="${from}" x2="${to}" y1="${middle}" y2="${middle}" class="${name}"/>`;

const upright = (at: string): Html =>
  html`<line x1="${at}" x2="${at}" y1="0" y2="${height}" class="zero"/>`;

/** A row of a figure: name and figures in words, the drawing beneath; it needs no other text for those who cannot see it. */
const row = (name: string, figures: string, drawing: Html): Html => html`
<div class="whisker-row"><p><bdi class="name">${name}</bdi><span class="figures">${figures}</span></p>
<svg width="100%" height="${height}" class="chart" aria-hidden="true">${drawing}</svg></div>`;

/** Whiskers for the share of people who respond, from nobody to everybody; a ring where nothing is said aloud. */
export const sharesFigure = (
  exposures: readonly ReleasedExposure[],
  figuresOf: (exposure: ReleasedExposure) => string,
): Html => html`<figure>${exposures.map((one) => {
  const { mean, interval } = one.share;
  return row(
    one.exposure,
    figuresOf(one),
    html`${line('0%', '100%', 'grid')}${upright('0%')}${upright('100%')}${line(inPercent(interval[0]), inPercent(interval[1]), 'whisker')}${mark(inPercent(mean), one.claimed)}`,
  );
})}
<figcaption>Share of people who respond, from nobody on the left to everybody on the right. The line holds the share with ${Math.round(100 * (exposures[0]?.share.level ?? 0.9))} %. A full dot: said aloud. A ring: not.</figcaption></figure>`;

const mark = (at: string, full: boolean): Html =>
  full
    ? html`<circle cx="${at}" cy="${middle}" r="6" class="whisker"/>`
    : html`<circle cx="${at}" cy="${middle}" r="5" class="zero" fill="var(--paper)"/>`;

/** Own days against all days thrown together, on one scale for all rows. */
export const contrastsFigure = (
  contrasts: readonly ReleasedContrast[],
  reach: number,
  figuresOf: (contrast: ReleasedContrast) => string,
): Html => {
  const ends = contrasts.flatMap(({ withinPerson, standardError, pooled }) => [
    Math.abs(withinPerson) + reach * standardError,
    Math.abs(pooled),
  ]);
  const widest = 1.05 * Math.max(0.01, ...ends);
  const place: Place = (value) => (value / widest + 1) / 2;
  const at = (value: number): string => inPercent(place(value));
  return html`<figure>${contrasts.map((one) => {
    const { withinPerson, standardError, pooled } = one;
    const side = withinPerson > 0 ? 'worse' : 'better';
    const square = html`<svg x="${at(pooled)}" y="${middle - 5}" overflow="visible"><rect x="-5" width="10" height="10" class="zero" fill="none"/></svg>`;
    return row(
      one.exposure,
      figuresOf(one),
      html`${line('0%', '100%', 'grid')}${upright('50%')}${line(at(withinPerson - reach * standardError), at(withinPerson + reach * standardError), `whisker ${side}`)}<circle cx="${at(withinPerson)}" cy="${middle}" r="5" class="whisker ${side}"/>${square}`,
    );
  })}
<figcaption>Dot and line: people's own days with it, against their own days without. Empty square: all days of all people thrown together, which is not an effect. In the middle: no difference; to the right the score is higher.</figcaption></figure>`;
};
