import { suspectsSchema } from '@zonula/discovery';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySuspects } from './fixtures/arbitrary.ts';
import { accuracyFixture, fixture } from './fixtures/scenes.ts';
import { renderReport } from './report/render-report.ts';
import { paragraph, plain } from './sentence.ts';
import { renderText } from './text/render-text.ts';
import { verdictSentences } from './verdict.ts';

const never = /\b(heal|treat|diagnos|toxi|detox|leaky|guilt|cheat|cure|cleans)\w*/i;
const advice =
  /\b(avoid\w*|remov\w*|eliminat\w*|exclud\w*|quit\w*|cut(ting)? (it |them )?(out|down)|giv(e|ing) (it |them )?up|stop(ping)? (eating|drinking|using|taking)|you should|swap|replac\w*)\b/i;
const broken = /undefined|NaN|Infinity|\[object/;
const timeline = fixture('possible').timeline;

const visible = (html: string): string =>
  html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]*>/g, ' ');

describe('wording', () => {
  it('never forbids, promises or names a disease, whatever was found', () => {
    fc.assert(
      fc.property(arbitrarySuspects, (suspects) => {
        suspectsSchema.parse(suspects);
        const verdict = verdictSentences(suspects);
        const said = [
          plain(verdict.headline),
          paragraph(verdict.lead),
          ...verdict.suspects.map(({ sentences }) => paragraph(sentences)),
          renderText(suspects, { color: false }),
          visible(
            renderReport({
              suspects,
              timeline,
              accuracy: accuracyFixture,
              generated: '2024-04-01',
            }),
          ),
        ].join('\n');
        for (const wrong of [never, advice, broken]) expect(wrong.exec(said)?.[0]).toBeUndefined();
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('always answers, and says that a test would be next where something is suspected', () => {
    fc.assert(
      fc.property(arbitrarySuspects, (suspects) => {
        const { answer, headline, lead, suspects: spoken } = verdictSentences(suspects);
        expect(plain(headline)).toMatch(/\.$/);
        expect(lead.length).toBeGreaterThan(0);
        const suspected = answer === 'likely' || answer === 'possible';
        expect(spoken.length > 0).toBe(suspected);
        expect(paragraph(lead).includes('A fair test would be next.')).toBe(suspected);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('keeps sentences short', () => {
    for (const name of ['single', 'set', 'possible', 'nothing', 'cannotTell'] as const) {
      const { suspects } = fixture(name);
      for (const sentence of paragraph(verdictSentences(suspects).lead).split(/(?<=[.?]) /)) {
        expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(24);
      }
    }
  });

  it('shows no forecast to a person', () => {
    const { suspects, timeline: days } = fixture('single');
    const forecast = [{ date: '2024-07-14', levels: [0, 1], probabilities: [0.4, 0.6] }];
    const report = { timeline: days, accuracy: null, generated: '2024-07-14' };
    expect(renderReport({ ...report, suspects: { ...suspects, forecast } })).toBe(
      renderReport({ ...report, suspects }),
    );
    expect(renderText({ ...suspects, forecast }, { color: false })).toBe(
      renderText(suspects, { color: false }),
    );
  });
});
