import { type Claim, createEvidence, forbiddenWord } from '@zonula/evidence';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/scenes.ts';
import { keepMedicine } from '../medicine.ts';
import { literatureSection } from '../report/literature-section.ts';
import { renderReport } from '../report/render-report.ts';
import { nameOf, paragraph, plain } from '../sentence.ts';
import { renderText } from '../text/render-text.ts';
import { aboutOthers, type Literature, nothingHeld, quotesFor } from './literature.ts';
import { priorSentences } from './prior.ts';

const { claims, claim } = createEvidence();
const dairy = [claim('A23')!, claim('B26')!, claim('X26')!, claim('X18')!];
const literature: Literature = (id) => (/cheddar|pizza|dairy/u.test(id) ? dairy : []);

const visible = (html: string): string =>
  html.replace(/<style>[\s\S]*?<\/style>/u, '').replace(/<[^>]*>/gu, ' ');
const report = (name: 'set' | 'single', say: Literature = literature): string =>
  renderReport({
    ...fixture(name),
    accuracy: null,
    generated: '2024-07-14',
    ...{ literature: say },
  });
const text = (name: 'set' | 'single', say: Literature = literature): string =>
  renderText(fixture(name).suspects, { color: false, literature: say });

describe('what studies say beside a suspect', () => {
  it('stands apart, in quotation marks, and says that it is about others', () => {
    const html = report('set');
    const [block] = /<div class="literature">[\s\S]*?<\/div>/u.exec(html)!;
    expect(block).toContain(aboutOthers);
    expect(block).toContain('People say: “Dairy often causes');
    expect(block).toContain('Weak or mixed, low certainty.');
    expect(block).toContain('doi:10.');
    expect(block).toContain('Safety: Without dairy, calcium');
    expect(block).toContain('More in the evidence: X18');
    expect(html.match(/<div class="literature">/gu)).toHaveLength(2);
    expect(html).toContain(nothingHeld);
    expect(html).not.toMatch(/href=/u);
  });

  it('is short on the terminal, with the way to more', () => {
    const said = text('set');
    expect(said.replace(/\s+/gu, ' ')).toContain(
      'studies, about people in general and not about you: A23 people say: “Dairy often causes',
    );
    expect(said).toContain('./zonula evidence A23 (also X18)');
    for (const line of said.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });

  it('changes nothing of the person’s own result', () => {
    const without = renderReport({ ...fixture('set'), accuracy: null, generated: '2024-07-14' });
    expect(report('set').replace(/<div class="literature">[\s\S]*?<\/div>/gu, '')).toBe(without);
    const own = renderText(fixture('set').suspects, { color: false });
    for (const line of own.split('\n')) expect(text('set')).toContain(line);
  });

  it('gives each member of a set its turn, and no claim twice', () => {
    const say: Literature = (id) => (id === 'food/a' ? dairy : [claim('A24')!, claim('A23')!]);
    const { shown, more } = quotesFor({ members: ['food/a', 'food/b'] }, say);
    expect(shown.map(({ id }) => id)).toEqual(['A23', 'A24', 'B26']);
    expect(more).toEqual(['X26', 'X18']);
  });

  it('quotes nothing about food where a medicine is a suspect', () => {
    const { suspects, timeline } = fixture('set');
    const mixed = {
      ...suspects,
      suspects: [{ ...suspects.suspects[0]!, members: ['medication/ibuprofen', 'food/cheddar'] }],
    };
    const html = renderReport({
      suspects: mixed,
      timeline,
      accuracy: null,
      generated: '2024-07-14',
      literature: (id) => (id === 'medication/ibuprofen' ? [claim('A19')!] : dairy),
    });
    expect(html).toContain('A19: ');
    expect(html).not.toContain('A23: ');
    expect(visible(html)).toContain(plain(keepMedicine));
  });

  it('never promises or advises outside quotation marks, whatever claim it is', () => {
    for (const one of claims) {
      const block = visible(literatureSection({ members: ['food/x'] }, () => [one]).markup);
      const own = block.replace(/ {2}[A-Z]\d\d: [^\n]*?(?= {2}|$)/u, ' ');
      expect(forbiddenWord(own), one.id).toBeNull();
    }
  });

  it('escapes what a claim holds', () => {
    const evil: Claim = { ...dairy[0]!, claim: '<b>”x', summary: '<i>&"' };
    const { markup } = literatureSection({ members: ['food/x'] }, () => [evil]);
    expect(markup).toContain('“&lt;b&gt;’x”');
    expect(markup).toContain('&lt;i&gt;&amp;&quot;');
  });
});

describe('a start from studies', () => {
  const name = nameOf;

  it('is said, with the factors that moved most', () => {
    const priorOdds = [
      { id: 'bread', odds: 0.77 },
      ...Array.from({ length: 6 }, (_, k) => ({ id: `sweet ${k}`, odds: 1.1 })),
    ];
    const said = paragraph(priorSentences({ priorOdds }, { name }));
    expect(said).toContain('“bread” times 0.77, “sweet 0” times 1.10');
    expect(said).toContain(' and 2 more.');
    expect(said).toContain('Nothing is called likely that your own days alone would not');
  });

  it('is said also where it moved nothing, and not at all by default', () => {
    expect(paragraph(priorSentences({ priorOdds: [] }, { name }))).toContain('They moved nothing');
    expect(priorSentences({}, { name })).toEqual([]);
  });

  it('is on the page and on the terminal', () => {
    const { suspects, timeline } = fixture('single');
    const asked = { ...suspects, priorOdds: [{ id: 'food/ice cream', odds: 1.19 }] };
    const page = renderReport({
      suspects: asked,
      timeline,
      accuracy: null,
      generated: '2024-07-14',
    });
    expect(visible(page)).toContain('You asked us to start from what studies say.');
    expect(renderText(asked, { color: false })).toContain('You asked us to start from');
  });
});
