import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/scenes.ts';
import { renderReport } from '../report/render-report.ts';
import { paragraph, plain } from '../sentence.ts';
import { renderText } from '../text/render-text.ts';
import { type Gates, nextForAll, nextStep } from './next-step.ts';
import { verdictSentences } from './verdict.ts';

const { suspects, timeline } = fixture('single');
const test = 'A fair test of ice cream would be next.';
const suspect = { members: ['food/ice cream'], test };
const shut =
  (count: number): Gates =>
  () => ({
    allowed: false,
    reasons: Array.from({ length: count }, (_, k) => ({
      text: `Reason ${k}.`,
      wayOut: `Way out ${k}.`,
    })),
  });
const open: Gates = () => ({ allowed: true, reasons: [] });

describe('what may come next', () => {
  it('is the test where nobody was asked or the gates are open', () => {
    for (const gates of [undefined, open]) {
      expect(paragraph(nextStep(suspect, gates))).toBe(test);
      expect(plain(nextForAll([suspect], gates))).toBe('A fair test would be next.');
    }
  });

  it('is the reason and the way out where a gate is shut, and no test', () => {
    expect(paragraph(nextStep(suspect, shut(2)))).toBe(
      'Do not test this on your own. Reason 0. Way out 0. Reason 1. Way out 1.',
    );
    expect(paragraph(nextStep(suspect, shut(3)))).toMatch(/One more reason: .\/zonula triage$/u);
    expect(paragraph(nextStep(suspect, shut(5)))).toMatch(/3 more reasons: .\/zonula triage$/u);
    expect(plain(nextForAll([suspect], shut(1)))).toContain('not on your own');
  });

  it('is nothing with a medicine, whatever the gates say', () => {
    const medicine = { members: ['medication/ibuprofen'], test };
    for (const gates of [undefined, open, shut(1)]) expect(nextStep(medicine, gates)).toEqual([]);
  });

  it('reaches the verdict, the terminal and the report', () => {
    const gates = shut(1);
    expect(paragraph(verdictSentences(suspects, timeline, gates).lead)).toContain(
      'not on your own',
    );
    const text = renderText(suspects, { color: false, gates }).replace(/\s+/gu, ' ');
    const report = renderReport({
      suspects,
      timeline,
      accuracy: null,
      generated: '2024-04-01',
      gates,
    });
    for (const said of [text, report]) expect(said).toContain('Reason 0. Way out 0.');
  });
});
