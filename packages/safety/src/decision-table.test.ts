import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agreedFoods } from './answers.ts';
import { allClear, person, today } from './fixtures/people.ts';
import { mayEliminate, mayReintroduce, mayTry } from './gate.ts';
import type { Profile } from './profile.ts';

// The expected answers stand in a table written by hand from the product's rules, not from the code: each answer shuts what
// its row says, and a gate is open only where no row shuts it.
const [header, ...rows] = readFileSync(
  new URL('fixtures/decision-table.csv', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const cells = new Map(
  rows.map(([question, answer, ...codes]) => [`${question}=${answer}`, codes] as const),
);
const column = (name: string): number => header!.indexOf(name) - 2;
const answersTo = (question: string): readonly string[] =>
  rows.filter(([asked]) => asked === question).map(([, answer]) => answer!);

type Answers = Readonly<Record<string, string>>;

const shutBy = (answers: Answers, name: string): string =>
  Object.entries(answers)
    .map(([question, answer]) => {
      const row = cells.get(`${question}=${answer}`);
      if (!row) throw new Error(`the table has no row ${question}=${answer}`);
      return row[column(name)]!;
    })
    .filter((code) => code !== '')
    .sort()
    .join(' ');

const all = function* (questions: readonly (readonly [string, readonly string[]])[]) {
  const at = questions.map(() => 0);
  for (;;) {
    yield Object.fromEntries(questions.map(([name, answers], k) => [name, answers[at[k]!]!]));
    let k = 0;
    while (k < at.length && ++at[k]! === questions[k]![1].length) at[k++] = 0;
    if (k === at.length) return;
  }
};

const asked = (answer: string | undefined) => (answer === 'not asked' ? null : answer);

const profileOf = (answers: Answers): Partial<Profile> => {
  const flags: Record<string, string | null | undefined> = { ...allClear };
  flags['bowel-alarm'] = asked(answers.redFlags);
  flags['gluten-rash'] = asked(answers['gluten rash']);
  return {
    ageBand: asked(answers.ageBand),
    pregnancy: asked(answers.pregnancy),
    eatingDisorder: asked(answers.eatingDisorder),
    weight: asked(answers.weight),
    foodAllergies:
      answers.foodAllergies === 'not asked'
        ? null
        : answers.foodAllergies === 'one'
          ? ['kiwi']
          : [],
    diabetesMedicine: asked(answers.diabetesMedicine),
    coeliacTest: asked(answers.coeliacTest),
    redFlags: { askedOn: today, answers: flags },
  } as Partial<Profile>;
};

const noEvents = { 'gluten rash': 'no', food: 'known', 'other food out': 'no', days: '56' };
const profileQuestions = [
  'ageBand',
  'pregnancy',
  'eatingDisorder',
  'weight',
  'foodAllergies',
  'diabetesMedicine',
  'coeliacTest',
  'redFlags',
];

const eliminations = [
  ['leave out a food', ['citrus']],
  ['leave out gluten', ['gluten', 'wheat']],
  ['leave out something unknown', null],
] as const;

const decided = (answers: Answers, classes: readonly string[] | null): string =>
  mayEliminate(person(profileOf(answers)), {
    exposure: 'food/x',
    classes,
    days: Number(answers.days),
    alsoOut: answers['other food out'] === 'yes' ? ['food/y'] : [],
  })
    .blockedBy.toSorted()
    .join(' ');

describe('the decision table', () => {
  it.each(eliminations)('%s: every combination of answers', (name, classes) => {
    const wrong: string[] = [];
    let open = 0;
    let count = 0;
    const food = classes === null ? 'unknown' : 'known';
    for (const some of all(profileQuestions.map((one) => [one, answersTo(one)]))) {
      const answers = { ...noEvents, ...some, food };
      const expected = shutBy(answers, name);
      if (decided(answers, classes) !== expected) wrong.push(JSON.stringify(answers));
      count += 1;
      open += Number(expected === '');
    }
    expect(wrong).toEqual([]);
    expect(count).toBe(4 * 5 * 4 * 3 * 3 * 3 * 5 * 3);
    // Adults of two bands and, without gluten, any of five answers on the coeliac test.
    expect(open).toBe({ citrus: 10, gluten: 2, unknown: 0 }[classes?.[0] ?? 'unknown']);
  });

  it.each(eliminations)('%s: every combination with what runs already', (name, classes) => {
    const food = classes === null ? 'unknown' : 'known';
    const questions = [
      'ageBand',
      'eatingDisorder',
      'coeliacTest',
      'redFlags',
      'gluten rash',
      'other food out',
      'days',
    ];
    const rest = {
      pregnancy: 'no',
      weight: 'not-low',
      foodAllergies: 'none',
      diabetesMedicine: 'no',
    };
    for (const some of all(questions.map((one) => [one, answersTo(one)]))) {
      const answers = { ...rest, ...some, food };
      expect(decided(answers, classes), JSON.stringify(answers)).toBe(shutBy(answers, name));
    }
  });

  it.each([
    ['have a food again', ['citrus']],
    ['have gluten again', ['gluten', 'wheat']],
  ] as const)('%s: every combination of answers', (name, classes) => {
    const wrong: string[] = [];
    const questions = [...profileQuestions, 'gluten rash'].filter(
      (one) => one !== 'pregnancy' && one !== 'weight',
    );
    for (const some of all(questions.map((one) => [one, answersTo(one)])))
      for (const other of [
        { pregnancy: 'pregnant', weight: 'low' },
        { pregnancy: 'not asked', weight: 'not asked' },
      ]) {
        const answers = { ...some, ...other };
        const { blockedBy } = mayReintroduce(person(profileOf(answers)), {
          exposure: 'food/x',
          classes,
        });
        if (blockedBy.toSorted().join(' ') !== shutBy(answers, name))
          wrong.push(JSON.stringify(answers));
      }
    expect(wrong).toEqual([]);
  });
});

describe('having a food again in eczema', () => {
  // Written by hand: what each class counts as; null for foods without a rule of their own.
  const foods = [
    ['dairy', 'milk'],
    ['milk', 'milk'],
    ['skim-milk', 'milk'],
    ['whey', 'milk'],
    ['cheese', 'milk'],
    ['yogurt', 'milk'],
    ['lactose', 'milk'],
    ['egg', 'egg'],
    ['peanut', 'peanut'],
    ['tree-nut', 'nuts'],
    ['fish', 'fish'],
    ['shellfish', 'shellfish'],
    ['wheat', 'wheat'],
    ['gluten', 'wheat'],
    ['citrus', null],
    ['gos', 'nuts'],
    ['alcohol', null],
    ['soy', null],
  ] as const;
  const conditions = [null, [], ['acne'], ['eczema'], ['acne', 'eczema']] as const;

  it('asks for a clinician’s word for seven foods, in every combination', () => {
    for (const [key, food] of foods)
      for (const named of conditions)
        for (const agreed of [null, ...agreedFoods]) {
          const clinicianAgreements = agreed === null ? [] : [{ food: agreed, agreedOn: today }];
          const { allowed, blockedBy } = mayReintroduce(
            person({ conditions: named, clinicianAgreements }),
            {
              exposure: `class/${key}`,
              classes: [key],
            },
          );
          const needed = food !== null && agreed !== food;
          const expected = !needed
            ? []
            : named === null
              ? ['not-asked:conditions']
              : (named as readonly string[]).includes('eczema')
                ? [`clinician-agreement:${food}`]
                : [];
          expect(blockedBy, `${key} ${named} ${agreed}`).toEqual(expected);
          expect(allowed).toBe(expected.length === 0);
        }
  });

  it('asks for each of them when a dish holds several, and for all when it is not known', () => {
    const eczema = person({
      conditions: ['eczema'],
      clinicianAgreements: [{ food: 'egg', agreedOn: today }],
    });
    const pancake = { exposure: 'food/pancake', classes: ['wheat', 'milk', 'egg'] };
    expect(mayReintroduce(eczema, pancake).blockedBy).toEqual([
      'clinician-agreement:wheat',
      'clinician-agreement:milk',
    ]);
    const unknown = mayReintroduce(eczema, { exposure: 'food/surprise', classes: null });
    expect(unknown.blockedBy).toEqual([
      ...agreedFoods.filter((food) => food !== 'egg').map((food) => `clinician-agreement:${food}`),
      'not-asked:foodContents',
    ]);
  });

  it('is part of going with and without by turns', () => {
    const milk = { exposure: 'class/milk', classes: ['milk'], days: 14, alsoOut: [] };
    const eczema = person({ conditions: ['eczema'] });
    expect(mayEliminate(eczema, milk).allowed).toBe(true);
    expect(mayTry(eczema, milk).blockedBy).toEqual(['clinician-agreement:milk']);
  });
});
