import { describe, expect, it } from 'vitest';
import { fixture, type SceneName } from '../fixtures/scenes.ts';
import { renderReport } from '../report/render-report.ts';
import { paragraph, plain } from '../sentence.ts';
import { renderText } from '../text/render-text.ts';
import { largestHidden } from './bound.ts';
import { checkResults } from './check-results.ts';
import { verdictSentences } from './verdict.ts';
import { vocabularyOf } from './vocabulary.ts';

const said = (name: SceneName) => {
  const { suspects, timeline } = fixture(name);
  const verdict = verdictSentences(suspects, timeline);
  return { ...verdict, headline: plain(verdict.headline), lead: paragraph(verdict.lead) };
};

describe('verdictSentences', () => {
  it('says a likely suspect with how sure, how late, how much and what is not known', () => {
    const { answer, headline, lead } = said('single');
    expect(answer).toBe('likely');
    expect(headline).toBe('Probably yes: “ice cream” moves your skin.');
    expect(lead).toBe(
      'Your skin probably gets worse after “ice cream”. This is real in about 93 of 100 diaries like yours. ' +
        'It is strongest after 5 days, and half of it has come within 7 days. The average delay is 3 to 8 days (8 times in 10). The change is about 1.9 points on a scale from 0 to 10. ' +
        'This is a pattern in your own days, not proof. A fair test would be next. ' +
        '5 of the 11 things in your diary could not be judged. The reasons stand below.',
    );
  });

  it('tells the top of a hill with a long tail and when half of it has come, not the middle as when it comes', () => {
    const { suspects } = fixture('single');
    const mean = Array.from({ length: 40 }, (_, day) => (day === 1 ? 2 : 1 / (1 + day / 4)));
    const exposures = suspects.exposures.map((finding) =>
      finding.curve === null ? finding : { ...finding, curve: { ...finding.curve, mean } },
    );
    const { lead } = verdictSentences({ ...suspects, exposures });
    expect(paragraph(lead)).toContain(
      'It is strongest after 1 day, and half of it has come within 7 days.',
    );
  });

  it('says how exact a delay is whose interval is one day', () => {
    const { suspects } = fixture('single');
    const lead = (interval: [number, number]): string => {
      const exposures = suspects.exposures.map((finding) =>
        finding.delayDays === null
          ? finding
          : { ...finding, delayDays: { ...finding.delayDays, interval } },
      );
      return paragraph(verdictSentences({ ...suspects, exposures }).lead);
    };
    expect(lead([6.6, 7.3])).toContain(
      'The average delay is 7 days, give or take half a day (8 times in 10).',
    );
    expect(lead([0, 0.3])).toContain('The average delay is the same day (8 times in 10).');
  });

  it('accuses a set as a set and sets reversed causes aside', () => {
    const { headline, lead, suspects } = said('set');
    expect(headline).toBe('Probably yes: “cheddar” or “pizza” moves your skin.');
    expect(lead).toContain('Your diary cannot say which of them it is.');
    expect(lead).toContain('With “eggs”, your skin changes first and not after');
    expect(suspects.map(({ change }) => change)).toEqual(['worse', 'better']);
  });

  it('says so where the score moves first', () => {
    const { suspects } = fixture('possible');
    const leadTest = { ...suspects.checks.leadTest, failed: ['class/dairy'] };
    const reversed = { ...suspects, checks: { ...suspects.checks, leadTest } };
    const [spoken] = verdictSentences(reversed).suspects;
    expect(paragraph(spoken!.sentences)).toContain(
      'But your skin changes before that too, so this may run the other way round.',
    );
  });

  it('calls a hint a hint', () => {
    const { answer, headline, lead } = said('possible');
    expect(answer).toBe('possible');
    expect(headline).toContain('a hint of “dairy”');
    expect(lead).toContain('not sure enough to say aloud');
  });

  it('calls a weak hint weak and does not pile up more of them', () => {
    const { suspects } = fixture('set');
    const weak = suspects.suspects.map((s) => ({
      ...s,
      verdict: 'possible' as const,
      probability: 0.3,
    }));
    const { headline, lead } = verdictSentences({ ...suspects, suspects: weak, claims: [] });
    expect(plain(headline)).toContain('a weak hint of “cheddar” or “pizza”');
    expect(paragraph(lead)).not.toContain('Also possible');
  });

  it('makes a result of finding nothing', () => {
    const { answer, lead } = said('nothing');
    expect(answer).toBe('nothing-found');
    expect(lead).toContain(
      'We looked at 5 things and found nothing larger than 5 points on your scale from 0 to 100.',
    );
  });

  describe('where effects have no interval', () => {
    const { suspects } = fixture('nothing');
    const [first] = suspects.exposures.filter(({ identifiable }) => identifiable);
    const short = (foods: number, withInterval: number) => ({
      ...suspects,
      diary: { ...suspects.diary, days: 45, loggedDays: 45 },
      outcome: { ...suspects.outcome!, scale: { min: 0, max: 10, inferred: false } },
      worthwhile: 0.5,
      exposures: Array.from({ length: foods }, (_, j) => ({
        ...first!,
        id: `food/dish ${j}`,
        probability: 0.01,
        effect:
          j < withInterval
            ? { ...first!.effect!, peakInterval: [-0.3, 0.2] as [number, number] }
            : null,
      })),
    });

    it('states no bound in 45 days with 60 foods', () => {
      const document = short(60, 0);
      const { answer, lead } = verdictSentences(document);
      expect(answer).toBe('nothing-found');
      expect(paragraph(lead)).toBe(
        'We looked at 60 things. Nothing stood out, but effects of all of them could still hide in this diary.',
      );
      for (const said of [
        renderText(document, { color: false }),
        renderReport({
          ...fixture('nothing'),
          suspects: document,
          accuracy: null,
          generated: '2024-07-14',
        }),
      ])
        expect(said.replace(/\s+/g, ' ')).not.toMatch(/nothing larger|hardly matter/);
    });

    it('states a bound only of those that have an interval', () => {
      const document = short(60, 20);
      expect(paragraph(verdictSentences(document).lead)).toBe(
        'We looked at 60 things. Nothing stood out. For 20 of them we found nothing larger than 0.5 points ' +
          'on your scale from 0 to 10. Anything smaller would hardly matter in daily life. ' +
          'Effects of the other 40 could still hide in this diary.',
      );
      expect(
        renderReport({
          ...fixture('nothing'),
          suspects: document,
          accuracy: null,
          generated: '2024-07-14',
        }),
      ).toContain('40 other things cannot be drawn');
    });

    it('states it of all where all have one', () => {
      expect(paragraph(verdictSentences(short(60, 60)).lead)).toContain(
        'We looked at 60 things and found nothing larger than 0.5 points',
      );
      expect(paragraph(verdictSentences(short(1, 0)).lead)).toContain(
        'We looked at 1 thing. Nothing stood out, but an effect of it could still hide in this diary.',
      );
    });
  });

  it.each([
    ['too-small', 'diaries like yours, but it may be too small to matter.'],
    ['contested', 'Separate runs of the calculation did not agree on this.'],
    ['reversed', 'Your skin may come first and this second.'],
    ['rate', 'One claim more would make wrong ones too likely.'],
    ['unsure', 'That is not sure enough to say aloud.'],
  ] as const)('says why something is only possible: %s', (why, sentence) => {
    const { suspects } = fixture('possible');
    const document = {
      ...suspects,
      suspects: suspects.suspects.map((suspect) => ({ ...suspect, why })),
      checks: {
        ...suspects.checks,
        leadTest: {
          ...suspects.checks.leadTest,
          failed: why === 'reversed' ? ['class/dairy'] : [],
        },
      },
    };
    const [spoken] = verdictSentences(document).suspects;
    for (const said of [spoken!.sentences, spoken!.brief].map(paragraph)) {
      expect(said).toContain(sentence);
      expect(said.match(/This is real in about/g)).toHaveLength(1);
      expect(said.includes('That is not sure enough to say aloud.')).toBe(why === 'unsure');
      expect(said).not.toContain('the other way round');
    }
  });

  it('names the most common reason where there is one', () => {
    const { suspects } = fixture('crowded');
    expect(paragraph(verdictSentences(suspects).lead)).toContain(
      'The most common reason: you had them on too few days.',
    );
  });

  it('gives the reasons where nothing can be told', () => {
    const { answer, headline, lead } = said('cannotTell');
    expect(answer).toBe('cannot-tell');
    expect(headline).toBe('We cannot tell yet what moves your skin.');
    expect(lead).toContain('At least 28 are needed: 17 more.');
  });

  it('does not call a higher mood worse', () => {
    const { suspects } = fixture('single');
    const mood = {
      ...suspects,
      outcome: { ...suspects.outcome!, category: 'mood', name: 'energy' },
    };
    const { suspects: spoken, lead } = verdictSentences(mood);
    expect(spoken[0]?.change).toBe('higher');
    expect(paragraph(lead)).toMatch(
      /^Your score for “energy” probably goes up after “ice cream”\./,
    );
  });

  it('warns where a check did not pass, and never suggests a change of medicine', () => {
    const { suspects } = fixture('single');
    const medicine = 'medication/ibuprofen';
    const renamed = {
      ...suspects,
      exposures: suspects.exposures.map((f) =>
        f.id === 'food/ice cream' ? { ...f, id: medicine } : f,
      ),
      suspects: suspects.suspects.map((s) => ({ ...s, members: [medicine] })),
      checks: {
        ...suspects.checks,
        convergence: { ...suspects.checks.convergence, passed: false },
      },
    };
    const lead = paragraph(verdictSentences(renamed).lead);
    expect(lead).toContain('Keep taking a medicine as agreed');
    expect(lead).toContain('One of our own checks did not pass');
  });

  it('tells apart things of one name', () => {
    const { suspects } = fixture('possible');
    const [first] = suspects.exposures;
    const twice = {
      ...suspects,
      exposures: [...suspects.exposures, { ...first!, id: 'food/dairy', probability: 0.01 }],
    };
    expect(plain(verdictSentences(twice).headline)).toContain('“dairy (kind of food)”');
  });
});

describe('checkResults', () => {
  it('calls nothing passed that was not measured', () => {
    const { suspects } = fixture('single');
    const settled = (convergence: Partial<typeof suspects.checks.convergence>) => {
      const checks = {
        ...suspects.checks,
        convergence: { ...suspects.checks.convergence, ...convergence },
      };
      const results = checkResults({ ...suspects, checks }, vocabularyOf(suspects));
      return results.find(({ title }) => title.startsWith('Did the calculation'))?.state;
    };
    expect(settled({})).toBe('passed');
    expect(settled({ rHat: null })).toBe('not-done');
    expect(settled({ passed: false, rHat: null })).toBe('failed');
    expect(settled({ passed: false, draws: 0 })).toBe('not-done');
  });
});

describe('largestHidden', () => {
  it('is the furthest end of any interval, and never below what is worthwhile', () => {
    const { suspects } = fixture('nothing');
    const wide = suspects.exposures.map((finding) =>
      finding.id === 'food/apple' && finding.effect
        ? { ...finding, effect: { ...finding.effect, peakInterval: [-31, 4] as [number, number] } }
        : finding,
    );
    expect(largestHidden(suspects)).toEqual({ judged: 5, bounded: 5, largest: 5, small: 5 });
    expect(largestHidden({ ...suspects, exposures: wide })).toEqual({
      judged: 5,
      bounded: 5,
      largest: 31,
      small: 4,
    });
  });

  it('bounds nothing that has no interval, however small its probability', () => {
    const { suspects } = fixture('nothing');
    const silent = suspects.exposures.map((finding) => ({
      ...finding,
      probability: finding.identifiable ? 0.001 : null,
      effect: null,
    }));
    expect(largestHidden({ ...suspects, exposures: silent })).toEqual({
      judged: 5,
      bounded: 0,
      largest: null,
      small: 0,
    });
  });
});
