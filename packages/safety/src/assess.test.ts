import { addDays, type Diary } from '@zonula/diary';
import { describe, expect, it } from 'vitest';
import { assess } from './assess.ts';
import { allClear, diaryOf, person, today } from './fixtures/people.ts';
import { unaskedProfile } from './profile.ts';
import { redFlags } from './red-flags.ts';

const statusOf = (someone: Parameters<typeof assess>[0], id: string) =>
  assess(someone).find(({ flag }) => flag.id === id)?.status ?? null;
const becauseOf = (someone: Parameters<typeof assess>[0], id: string) =>
  assess(someone).find(({ flag }) => flag.id === id)!.because;
const askedOn = (day: string) => ({ redFlags: { askedOn: day, answers: allClear } });

describe('onboarding', () => {
  it('asks every question of somebody of whom nothing is known', () => {
    const nobody = { profile: unaskedProfile, diary: null, today };
    const states = assess(nobody);
    expect(states.map(({ flag }) => flag.id)).toEqual(
      redFlags.filter(({ question }) => question !== null).map(({ id }) => id),
    );
    for (const { status, because } of states)
      expect({ status, because }).toEqual({ status: 'ask', because: [{ code: 'not-asked' }] });
  });

  it('asks only what may concern the person', () => {
    const ids = (profile: Parameters<typeof person>[0]) =>
      assess(person({ redFlags: null, ...profile })).map(({ flag }) => flag.id);
    expect(ids({ conditions: ['acne'], ageBand: '18-59' })).toContain('severe-acne');
    expect(ids({ conditions: ['eczema'], ageBand: '18-59' })).not.toContain('severe-acne');
    expect(ids({ conditions: ['eczema'] })).toContain('eczema-herpeticum');
    expect(ids({ ageBand: '18-59' })).not.toContain('loose-stools-over-60');
    expect(ids({ ageBand: '60-or-over' })).toContain('loose-stools-over-60');
    expect(ids({ ageBand: null, conditions: null })).toEqual(
      expect.arrayContaining(['severe-acne', 'loose-stools-over-60']),
    );
  });

  it('opens what age and condition alone open', () => {
    expect(
      statusOf(person({ ageBand: 'under-18', conditions: ['eczema'] }), 'child-with-eczema'),
    ).toBe('open');
    expect(
      statusOf(person({ ageBand: 'under-18', conditions: ['psoriasis'] }), 'child-with-psoriasis'),
    ).toBe('open');
    for (const profile of [
      { ageBand: null, conditions: ['eczema'] },
      { ageBand: 'under-18', conditions: null },
      { ageBand: '18-59', conditions: ['eczema'] },
    ] as const)
      expect(statusOf(person(profile), 'child-with-eczema')).toBeNull();
  });

  it('keeps a yes open and a no clear', () => {
    const yes = person({
      redFlags: { askedOn: '2020-01-01', answers: { ...allClear, 'bowel-alarm': 'yes' } },
    });
    expect(statusOf(yes, 'bowel-alarm')).toBe('open');
    expect(statusOf(person(), 'bowel-alarm')).toBe('clear');
    const other = person({
      conditions: [],
      redFlags: { askedOn: today, answers: { 'severe-acne': 'yes' } },
    });
    expect(statusOf(other, 'severe-acne')).toBe('open');
  });
});

describe('what was typed', () => {
  const swelling = diaryOf([
    ['2026-03-20', 'note', 'dinner', null, 'lips swelled after the peanuts'],
  ]);

  it('raises the question and never answers it', () => {
    expect(becauseOf(person(askedOn('2026-03-10'), swelling), 'anaphylaxis')).toEqual([
      {
        code: 'entry',
        label: 'swelling of lips, tongue or throat',
        first: '2026-03-20',
        last: '2026-03-20',
      },
    ]);
    expect(statusOf(person(askedOn('2026-03-10'), swelling), 'anaphylaxis')).toBe('ask');
  });

  it('counts on the day of the answer, not before it', () => {
    expect(statusOf(person(askedOn('2026-03-20'), swelling), 'anaphylaxis')).toBe('ask');
    expect(statusOf(person(askedOn('2026-03-21'), swelling), 'anaphylaxis')).toBe('clear');
    expect(statusOf(person({ redFlags: null }, swelling), 'anaphylaxis')).toBe('ask');
  });

  it('counts in names, but not in foods, not with a score of zero and not after today', () => {
    const with_ = (rows: Parameters<typeof diaryOf>[0]) =>
      statusOf(person(askedOn('2026-01-01'), diaryOf(rows)), 'bowel-alarm');
    expect(with_([['2026-03-01', 'gut', 'Blood in stool', 2]])).toBe('ask');
    expect(with_([['2026-03-01', 'gut', 'Blood in stool', 0]])).toBe('clear');
    expect(with_([['2026-03-01', 'gut', 'stool', 0, 'blood in the stool']])).toBe('ask');
    expect(with_([['2026-03-01', 'food', 'weight loss shake']])).toBe('clear');
    expect(with_([['2026-04-01', 'gut', 'blood in stool']])).toBe('clear');
  });

  it('of a score that was kept before the answer is no news, of a note it is', () => {
    const asthma = (note?: string) =>
      diaryOf([
        ['2026-03-01', 'symptom', 'shortness of breath', 2],
        ['2026-03-25', 'symptom', 'shortness of breath', 2, note],
      ]);
    const status = (day: string, note?: string) =>
      statusOf(person(askedOn(day), asthma(note)), 'anaphylaxis');
    expect(status('2026-02-01')).toBe('ask');
    expect(status('2026-03-20')).toBe('clear');
    expect(status('2026-03-20', 'could not breathe')).toBe('ask');
    const thoughts = diaryOf([
      ['2026-03-01', 'mood', 'suicidal thoughts', 2],
      ['2026-03-25', 'mood', 'suicidal thoughts', 2],
    ]);
    expect(statusOf(person(askedOn('2026-03-20'), thoughts), 'suicidal-thoughts')).toBe('ask');
  });

  it('counts however old it is, where the question was never answered', () => {
    const unanswered = person({ redFlags: { askedOn: today, answers: {} } }, swelling);
    expect(becauseOf(unanswered, 'anaphylaxis').map(({ code }) => code)).toEqual([
      'not-asked',
      'entry',
    ]);
  });

  it('does not concern another age', () => {
    const loose = diaryOf([['2026-03-30', 'gut', 'diarrhoea', 3]]);
    expect(statusOf(person({ ageBand: '18-59' }, loose), 'loose-stools-over-60')).toBeNull();
    expect(statusOf(person({ ageBand: '60-or-over' }, loose), 'loose-stools-over-60')).toBe('ask');
  });

  it('concerns also whoever did not name the condition', () => {
    const blisters = diaryOf([
      ['2026-03-30', 'note', 'skin', null, 'cluster of blisters near my eye'],
    ]);
    expect(statusOf(person({ conditions: [] }, blisters), 'eczema-herpeticum')).toBe('ask');
  });
});

const scored = (
  category: 'skin' | 'gut' | 'mood',
  name: string,
  values: readonly (number | null)[],
): Diary =>
  diaryOf(
    values.flatMap((value, k) =>
      value === null
        ? []
        : [[addDays(today, k - values.length + 1), category, name, value] as const],
    ),
    [[`${category}/${name}`, { min: 0, max: 10, inferred: false }]],
  );
const constant = (days: number, value: number): number[] =>
  Array.from({ length: days }, (_, k) => value + (k % 2) / 2);

describe('worsening', () => {
  const steady = scored('skin', 'itch', [...constant(28, 3), ...constant(7, 5)]);

  it('asks about the skin again after a week that was clearly worse', () => {
    expect(becauseOf(person(askedOn('2026-03-01'), steady), 'red-all-over')).toEqual([
      { code: 'worsening', score: 'skin/itch', about: 'skin', kind: 'steady', date: today },
    ]);
    expect(statusOf(person(askedOn('2026-03-01'), steady), 'bowel-alarm')).toBe('clear');
    expect(statusOf(person(askedOn('2026-03-30'), steady), 'red-all-over')).toBe('clear');
  });

  it('asks at once after a sudden day', () => {
    const sudden = scored('skin', 'itch', [...constant(28, 3), 9]);
    expect(becauseOf(person(askedOn(today), sudden), 'red-all-over')).toMatchObject([
      { kind: 'sudden', date: today },
    ]);
    const earlier = scored('skin', 'itch', [...constant(28, 3), 9, 3, 3]);
    expect(statusOf(person(askedOn(addDays(today, -1)), earlier), 'red-all-over')).toBe('clear');
  });

  it('asks about mood in the direction that the name says, else in both', () => {
    const better = [...constant(28, 3), ...constant(7, 6)];
    const worse = [...constant(28, 6), ...constant(7, 3)];
    const asks = (name: string, values: readonly number[]) =>
      statusOf(person(askedOn('2026-03-01'), scored('mood', name, values)), 'suicidal-thoughts');
    expect([asks('mood', worse), asks('mood', better)]).toEqual(['ask', 'clear']);
    expect([asks('depression', worse), asks('depression', better)]).toEqual(['clear', 'ask']);
    expect([asks('x', worse), asks('x', better)]).toEqual(['ask', 'ask']);
  });

  it.each([
    ['steady days', [...constant(35, 4)]],
    ['getting better', [...constant(28, 6), ...constant(7, 2)]],
    ['a small change', [...constant(28, 3), ...constant(7, 3.5)]],
    [
      'a change within the usual ups and downs',
      Array.from({ length: 35 }, (_, k) => (k % 3) * 4 + (k > 27 ? 1 : 0)),
    ],
    ['too few days before', [3, 3, 3, 9]],
    ['unknown days', [...constant(28, 3), null, null, null, null, null, 5, null]],
    [
      'an old diary',
      [...constant(28, 3), ...constant(7, 9), null, null, null, null, null, null, null],
    ],
  ])('%s ask nothing', (_name, values) => {
    expect(
      statusOf(person(askedOn('2026-01-01'), scored('skin', 'itch', values)), 'red-all-over'),
    ).toBe('clear');
  });
});

const placed = (
  values: readonly (readonly [whole: number | null, place: number | null])[],
): Diary => {
  const rows = values.flatMap(([whole, place], k) => {
    const date = addDays(today, k - values.length + 1);
    const row = (value: number, site?: string) => ({
      date,
      category: 'skin' as const,
      name: 'redness',
      value,
      ...(site === undefined ? {} : { site }),
    });
    return [
      ...(whole === null ? [] : [row(whole)]),
      ...(place === null ? [] : [row(place, 'left cheek'), row(0, 'chest')]),
    ];
  });
  const diary = diaryOf([], [['skin/redness', { min: 0, max: 3, inferred: false }]]);
  return { ...diary, observations: rows };
};

describe('places of the skin', () => {
  const asks = (diary: Diary) => statusOf(person(askedOn('2026-01-01'), diary), 'red-all-over');
  const days = (count: number, whole: number | null, place: number | null) =>
    Array.from({ length: count }, () => [whole, place] as const);

  it('that begin to be marked do not make the whole look better or worse', () => {
    expect(asks(placed([...days(28, 1, null), ...days(7, 1, 3)]))).toBe('clear');
    expect(asks(placed([...days(28, 1, 3), ...days(7, 1, null)]))).toBe('clear');
  });

  it('do not hide a whole that got worse', () => {
    expect(asks(placed([...days(28, 1, null), ...days(7, 2, 0)]))).toBe('ask');
  });

  it('of which the worst got worse raise the question, also without a whole', () => {
    expect(asks(placed([...days(28, null, 1), ...days(7, null, 2)]))).toBe('ask');
    expect(asks(placed([...days(28, 1, 1), ...days(7, 1, 2)]))).toBe('ask');
  });

  it('are told once', () => {
    const both = placed([...days(28, 1, 1), ...days(7, 2, 2)]);
    expect(becauseOf(person(askedOn('2026-01-01'), both), 'red-all-over')).toHaveLength(1);
  });
});

describe('stools', () => {
  const stools = (values: readonly (number | null)[]): Diary => scored('gut', 'stool form', values);
  const weeks = (count: number, value: number): number[] =>
    Array.from({ length: 7 * count }, () => value);
  const status = (values: readonly (number | null)[], id = 'bowel-alarm', day = '2026-01-01') =>
    statusOf(
      person(
        { ...askedOn(day), ageBand: id.includes('60') ? '60-or-over' : '18-59' },
        stools(values),
      ),
      id,
    );

  it('that were loose for weeks raise the questions about the bowel', () => {
    expect(status(weeks(4, 6))).toBe('ask');
    expect(status(weeks(3, 7), 'loose-stools-over-60')).toBe('ask');
    expect(becauseOf(person(askedOn('2026-01-01'), stools(weeks(3, 7))), 'bowel-alarm')).toEqual([
      { code: 'entry', label: 'loose stools', first: addDays(today, -20), last: today },
    ]);
  });

  it('are asked about again only when they stay loose for weeks after the answer', () => {
    expect(status(weeks(6, 6), 'bowel-alarm', addDays(today, -10))).toBe('clear');
    expect(status(weeks(6, 6), 'bowel-alarm', addDays(today, -15))).toBe('ask');
  });
});
