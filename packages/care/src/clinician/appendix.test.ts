import { describe, expect, it } from 'vitest';
import { english } from '../wording/wording-of.ts';
import { type Appendix, appendixPages } from './appendix.ts';
import { shadowStyle, sheetStyle } from './sheet-style.ts';

const nothing: Appendix = {
  from: '2026-03-01',
  to: '2026-03-28',
  foods: [],
  notes: [],
  photos: [],
};
const pages = (appendix: Partial<Appendix>): string =>
  appendixPages({ ...nothing, ...appendix }, english).markup;

describe('the further pages', () => {
  it('are none without anything to show', () => {
    expect(pages({})).toBe('');
  });

  it('show foods, notes and photos with their days, everything escaped', () => {
    const markup = pages({
      foods: [{ day: '2026-03-02', names: ['latte', '<b>pie</b>'] }],
      notes: [
        { day: '2026-03-03', about: 'itch', text: 'a "bad"\u202e day' },
        { day: '2026-03-04', about: null, text: '</td><script>' },
      ],
      photos: [{ day: '2026-03-05', about: 'face', type: 'image/png', base64: 'iVBORw0KGgo=' }],
    });
    expect(markup).toContain('<bdi>latte</bdi>, <bdi>&lt;b&gt;pie&lt;/b&gt;</bdi>');
    expect(markup).toContain('a &quot;bad&quot; day');
    expect(markup).toContain('&lt;/td&gt;&lt;script&gt;');
    expect(markup).toContain('alt="5 Mar 2026, face" src="data:image/png;base64,iVBORw0KGgo="');
    expect(markup).toContain('1 Mar 2026 to 28 Mar 2026');
    expect(markup).not.toMatch(/<script|<b>/u);
  });

  it.each([
    ['text/html', 'PGI+'],
    ['image/svg+xml', 'PGI+'],
    ['image/png', '"><script>'],
  ])('take no %s for a photo', (type, base64) => {
    expect(() => pages({ photos: [{ day: '2026-03-05', about: '', type, base64 }] })).toThrow(
      RangeError,
    );
  });
});

it('has the style of the sheet for a shadow tree: on white, by the host, in its own lengths', () => {
  expect(sheetStyle).toContain('prefers-color-scheme');
  expect(shadowStyle).not.toMatch(/:root|prefers-color-scheme|@page|html|\bbody\b(?<!\.body)/u);
  expect(shadowStyle.replaceAll(/max-width:46rem/gu, '')).not.toMatch(/\drem/u);
  expect(shadowStyle).toContain(':host(.dense){font-size:11px}');
  expect(shadowStyle).toContain(':host(.dense) th');
  expect(shadowStyle).toContain('font:600 calc(1.45 * var(--rem))/1.15 var(--serif)');
});
