import { describe, expect, it } from 'vitest';
import { accuracyFixture, fixture, type SceneName, sceneNames } from '../fixtures/scenes.ts';
import { verdictSentences } from '../wording/verdict.ts';
import { vocabularyOf } from '../wording/vocabulary.ts';
import { delayFigure } from './delay.ts';
import { renderReport } from './render-report.ts';

const render = (name: SceneName, accuracy: typeof accuracyFixture | null = accuracyFixture) =>
  renderReport({ ...fixture(name), accuracy, generated: '2024-07-14' });

const empty = new Set(['meta', 'br', 'hr', 'img', 'link', 'input']);

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: Element | null;
}

/** A strict reader: every tag closed in order, every attribute quoted, no stray angle bracket. */
const parse = (html: string): readonly Element[] => {
  const elements: Element[] = [];
  let open: Element | null = null;
  const body = html
    .replace(/^<!doctype html>\n/, '')
    .replace(/<style>[^<]*<\/style>/, '<style></style>');
  const tag =
    /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9:-]*="[^"<>]*")*)\s*(\/?)>|[<>]/g;
  for (const [text, closing, name, rest, self] of body.matchAll(tag)) {
    if (name === undefined) throw new Error(`stray ${text}`);
    if (closing) {
      if (open?.name !== name) throw new Error(`</${name}> closes <${open?.name}>`);
      open = open.parent;
      continue;
    }
    const attributes = new Map(
      [...(rest ?? '').matchAll(/([a-zA-Z][a-zA-Z0-9:-]*)="([^"]*)"/g)].map(
        ([, key = '', value = '']) => [key, value],
      ),
    );
    const element: Element = { name, attributes, parent: open };
    elements.push(element);
    if (!self && !empty.has(name)) open = element;
  }
  if (open) throw new Error(`<${open.name}> is never closed`);
  return elements;
};

describe.each(sceneNames)('report: %s', (name) => {
  const html = render(name);
  const elements = parse(html);
  const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);

  it('is one page that asks nobody for anything', () => {
    expect(elements.map((element) => element.name)).not.toContain('script');
    expect(elements.map((element) => element.name)).not.toContain('link');
    expect(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /(?:href|src|action)=|@import|url\((?!#hatch\))/,
    );
    for (const { attributes } of elements) {
      for (const key of attributes.keys()) expect(key).not.toMatch(/^on|^style$|^href$|^src$/);
    }
    expect(html).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    );
  });

  it('gives every picture words and every id once', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name: tag, attributes, parent } of elements) {
      if (tag !== 'svg' || (parent && insideSvg(parent))) continue;
      if (attributes.get('aria-hidden') === 'true') continue;
      expect(attributes.get('role')).toBe('img');
      const label = attributes.get('aria-label');
      const refs = attributes.get('aria-labelledby')?.split(' ') ?? [];
      expect(label || refs.length === 2).toBeTruthy();
      for (const ref of refs) expect(ids).toContain(ref);
    }
  });

  it('has headings in order and a language', () => {
    const levels = elements.flatMap(({ name: tag }) =>
      /^h[1-6]$/.test(tag) ? [Number(tag[1])] : [],
    );
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const steps = levels.slice(1).map((level, k) => level - levels[k]!);
    expect(Math.max(...steps)).toBeLessThanOrEqual(1);
    expect(elements[0]?.attributes.get('lang')).toBe('en');
  });

  it('is the same twice', () => expect(render(name)).toBe(html));
});

const insideSvg = (element: Element): boolean =>
  element.name === 'svg' || (element.parent !== null && insideSvg(element.parent));

describe('renderReport', () => {
  it('escapes whatever the diary holds', () => {
    const html = render('hostile');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('__proto__');
    expect(html.replaceAll('\n', '')).not.toMatch(/[\p{Bidi_Control}\p{Cc}]/u);
    expect(html).not.toContain('W'.repeat(100));
    expect(html).toContain('&lt;b&gt;never&lt;/b&gt; &amp; &quot;so&quot;');
  });

  it('draws suspects, strings, unknown days and break points', () => {
    const elements = parse(render('set'));
    const withClass = (wanted: string) =>
      elements.filter(({ attributes }) => attributes.get('class')?.split(' ').includes(wanted));
    expect(withClass('hill')).toHaveLength(2);
    expect(withClass('band')).toHaveLength(2);
    expect(withClass('corridor').length).toBeGreaterThanOrEqual(2);
    expect(withClass('level-band')).toHaveLength(2);
    expect(withClass('bead-row')).toHaveLength(6);
    expect(
      elements.filter(
        ({ name, parent }) => name === 'li' && parent?.attributes.get('class') === 'string',
      ),
    ).toHaveLength(2);
    expect(render('single')).toContain('azelaic acid, from 2024-04-23');
  });

  it('folds weak hints away', () => {
    const { suspects, timeline } = fixture('set');
    const weak = suspects.suspects.map((s) =>
      s.verdict === 'possible' ? { ...s, probability: 0.3 } : s,
    );
    const html = renderReport({
      suspects: { ...suspects, suspects: weak },
      timeline,
      accuracy: null,
      generated: '2024-07-14',
    });
    const leaves = parse(html).filter(({ name }) => name === 'article');
    expect(leaves.map(({ parent }) => parent?.name)).toEqual(['section', 'details']);
    expect(html).toContain('1 weak hint, more likely nothing than something');
  });

  it('counts days that were had together from the timeline', () => {
    const { timeline } = fixture('set');
    const [a, b] = ['food/cheddar', 'food/pizza'].map(
      (id) => timeline.exposures.find((e) => e.id === id)!.dose,
    );
    let [all, any] = [0, 0];
    a!.forEach((dose, t) => {
      if (Number.isNaN(dose) || Number.isNaN(b![t])) return;
      if (dose > 0 && b![t]! > 0) all++;
      if (dose > 0 || b![t]! > 0) any++;
    });
    expect(render('set')).toContain(`Of the ${any} days with any of them, ${all} had both.`);
  });

  it('says when false accusations have not been measured', () => {
    expect(render('single', null)).toContain('Not measured yet for this version');
    expect(render('single')).toContain('It accused something in 44 of them: 2 in 100');
  });

  it('keeps ten years of days under 1.5 MB, with the recent ones open', () => {
    const html = render('decade');
    expect(html.length).toBeLessThan(1_500_000);
    expect(html).toContain('Earlier days (16 rows more)');
  });

  it('copes with a diary without days, outcome or exposures', () => {
    const { suspects, timeline } = fixture('cannotTell');
    const html = renderReport({
      suspects: {
        ...suspects,
        diary: { from: '', to: '', days: 0, loggedDays: 0 },
        outcome: null,
        exposures: [],
        worthwhile: null,
        covariates: [],
      },
      timeline: {
        ...timeline,
        from: '',
        to: '',
        days: 0,
        loggedDays: 0,
        dates: [],
        outcomes: [],
        outcome: null,
        exposures: [],
        covariates: [],
      },
      accuracy: null,
      generated: '2024-07-14',
    });
    parse(html);
    expect(html).toContain('The diary holds no days.');
    expect(html).not.toMatch(/undefined|NaN/);
  });

  it('draws the hill as before', async () => {
    const { suspects } = fixture('single');
    const [spoken] = verdictSentences(suspects).suspects;
    const figure = delayFigure(spoken!, suspects.worthwhile, vocabularyOf(suspects), 'hill');
    await expect(figure.markup).toMatchFileSnapshot('../fixtures/hill.html');
  });
});
