import { suspectsSchema } from '@zonula/discovery';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySuspects } from '../fixtures/arbitrary.ts';
import { accuracyFixture, fixture } from '../fixtures/scenes.ts';
import { hasMedicine, keepMedicine } from '../medicine.ts';
import { renderReport } from '../report/render-report.ts';
import { paragraph, plain } from '../sentence.ts';
import { renderText } from '../text/render-text.ts';
import { verdictSentences } from './verdict.ts';

const never = /\b(heal|treat|diagnos|toxi|detox|leaky|guilt|cheat|cure|cleans)\w*/i;
const advice =
  /\b(avoid\w*|remov\w*|eliminat\w*|exclud\w*|quit\w*|cut(ting)? (it |them )?(out|down)|giv(e|ing) (it |them )?up|stop(ping)? (eating|drinking|using|taking)|you should|swap|replac\w*)\b/i;
const broken = /undefined|NaN|Infinity|\[object/;
const timeline = fixture('possible').timeline;

/** Anything that could lead a person to go with and without. */
const trial =
  /fair test|by chance\b|random order|would tell|with and without|one of .* at a time|leav\w+ (it |them )?out|days with only one|skip\w*|pause\w*/i;
const tests = [
  'A fair test of ibuprofen, on days chosen by chance, would be next.',
  'A fair test that changes one of cheddar and pizza at a time, on days chosen by chance, would tell them apart.',
  'This may be chance. A fair test of aloe gel, on days chosen by chance, would tell.',
  'soup: your outcome may come first and your choice second. A fair test, with days chosen by chance, could tell.',
];
/** Medicines that travel together with a food. */
const medicineTimeline = {
  ...timeline,
  exposures: timeline.exposures.map((exposure, k) =>
    k < 2
      ? {
          ...exposure,
          id: k === 0 ? 'medication/ibuprofen' : 'food/soup',
          identical: k === 0 ? ['food/soup'] : [],
        }
      : exposure,
  ),
};

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

  it('never suggests anything to try with a medicine', () => {
    const withMedicine = fc
      .tuple(
        arbitrarySuspects,
        fc.array(
          fc.record({
            medicine: fc.constantFrom('medication/ibuprofen', 'medication/steroid cream'),
            test: fc.constantFrom(...tests),
          }),
          { minLength: 5, maxLength: 5 },
        ),
      )
      .map(([document, extras]) => ({
        ...document,
        suspects: document.suspects.map((suspect, k) => ({
          ...suspect,
          members: k % 2 === 0 ? [...suspect.members, extras[k]!.medicine] : [extras[k]!.medicine],
          test: extras[k]!.test,
        })),
      }));
    fc.assert(
      fc.property(withMedicine, (suspects) => {
        fc.pre(suspects.suspects.length > 0);
        const { answer, headline, lead, suspects: spoken } = verdictSentences(suspects);
        const keep = plain(keepMedicine);
        const text = renderText(suspects, { color: false }).replace(/\s+/g, ' ');
        const report = visible(
          renderReport({
            suspects,
            timeline: medicineTimeline,
            accuracy: null,
            generated: '2024-04-01',
          }),
        );
        const said = [plain(headline), paragraph(lead), text, report];
        for (const { sentences, brief } of spoken) {
          said.push(paragraph(sentences), paragraph(brief));
          expect(paragraph(sentences)).toContain(keep);
        }
        for (const words of said) expect(trial.exec(words)?.[0]).toBeUndefined();
        if (answer === 'cannot-tell') return;
        expect(paragraph(lead)).toContain(keep);
        expect(text).toContain(keep);
        expect(report).toContain(keep);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('still shows the test of a food beside a medicine', () => {
    const { suspects, timeline: days } = fixture('set');
    const [food, other] = suspects.suspects;
    const document = {
      ...suspects,
      suspects: [
        { ...food!, test: tests[1]! },
        { ...other!, members: ['medication/ibuprofen'], test: tests[2]! },
      ],
    };
    const report = visible(
      renderReport({ suspects: document, timeline: days, accuracy: null, generated: '2024-04-01' }),
    );
    expect(report).toContain(tests[1]);
    expect(report).not.toContain(tests[2]);
    expect(report).toContain(plain(keepMedicine));
  });

  it('always answers, and says that a test would be next where something is suspected', () => {
    fc.assert(
      fc.property(arbitrarySuspects, (suspects) => {
        const { answer, headline, lead, suspects: spoken } = verdictSentences(suspects);
        expect(plain(headline)).toMatch(/\.$/);
        expect(lead.length).toBeGreaterThan(0);
        const suspected = answer === 'likely' || answer === 'possible';
        expect(spoken.length > 0).toBe(suspected);
        const medicine = suspects.suspects.some(hasMedicine);
        const said = paragraph(lead);
        expect(said.includes('A fair test would be next.')).toBe(suspected && !medicine);
        expect(said.includes(plain(keepMedicine))).toBe(suspected && medicine);
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
