import { type Html, html } from '../report/html.ts';
import { tidy } from '../sentence.ts';
import type { Wording } from '../wording/wording-of.ts';

/** What a person adds to the page: days as they wrote them down. Whoever makes it leaves out what is hidden. */
export interface Appendix {
  /** Both ends included, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly foods: readonly { readonly day: string; readonly names: readonly string[] }[];
  readonly notes: readonly {
    readonly day: string;
    /** What the note stands beside; null for a note of its own. */
    readonly about: string | null;
    readonly text: string;
  }[];
  readonly photos: readonly {
    readonly day: string;
    readonly about: string;
    /** `image/jpeg`, `image/png` or `image/webp`. */
    readonly type: string;
    readonly base64: string;
  }[];
}

const longestNote = 500;
const longestName = 60;
const pictures = /^image\/(?:jpeg|png|webp)$/u;
const base64 = /^[A-Za-z0-9+/]+={0,2}$/u;

const name = (text: string): Html => html`<bdi>${text}</bdi>`;

/** One page a kind; nothing where there is nothing. Throws `RangeError` for a photo that is none. */
export const appendixPages = (
  { from, to, foods, notes, photos }: Appendix,
  { say, day }: Wording,
): Html => {
  const section = (title: string, body: Html): Html =>
    html`\n<section class="more-pages"><h2>${say(title)} <small>${say('{from} to {to}', { from: day(from), to: day(to) })}</small></h2>${body}</section>`;
  const pages = [
    foods.length > 0 &&
      section(
        'What I ate, as I wrote it down',
        html`<table class="days"><tbody>${foods.map(
          ({ day: on, names }) =>
            html`<tr><th scope="row">${day(on)}</th><td>${names.map((one, k) => html`${k > 0 && ', '}${name(tidy(one, longestName))}`)}</td></tr>`,
        )}</tbody></table>`,
      ),
    notes.length > 0 &&
      section(
        'My notes',
        html`<table class="days"><tbody>${notes.map(
          ({ day: on, about, text }) =>
            html`<tr><th scope="row">${day(on)}</th><td>${about !== null && html`<small>${name(tidy(about, longestName))}</small> `}${name(tidy(text, longestNote))}</td></tr>`,
        )}</tbody></table>`,
      ),
    photos.length > 0 &&
      section(
        'My photos',
        html`<div class="photos">${photos.map((photo) => {
          if (!pictures.test(photo.type) || !base64.test(photo.base64))
            throw new RangeError(`expected a picture, found ${photo.type}`);
          const words = `${day(photo.day)}, ${tidy(photo.about, longestName)}`;
          return html`<figure><img alt="${words}" src="data:${photo.type};base64,${photo.base64}"><figcaption>${words}</figcaption></figure>`;
        })}</div>`,
      ),
  ].filter((one): one is Html => one !== false);
  return pages.length === 0 ? html`` : html`\n<div class="appendix">${pages}\n</div>`;
};
