import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categories } from '../index.ts';
import { factorPhrases } from './vocabulary/factors.ts';
import { remedyPhrases } from './vocabulary/remedies.ts';
import { siteWords, symptomPhrases } from './vocabulary/symptoms.ts';
import { fold, placeFactor, placeRemedy, placeSymptom } from './vocabulary.ts';

const phrasesOf = (table: Readonly<Partial<Record<string, string>>>): [string, string][] =>
  Object.entries(table).flatMap(([category, text]) =>
    text!.split(',').map((phrase): [string, string] => [category, phrase.trim()]),
  );

describe('placeSymptom', () => {
  it.each([
    ['Acne', 'skin'],
    ['ECZEMA ', 'skin'],
    ['Excema', 'skin'],
    ['Itchy hands', 'skin'],
    ['acne on my back', 'skin'],
    ['Red bumps on feet', 'skin'],
    ['Acné', 'skin'],
    ['Hives', 'skin'],
    ['Crohn’s disease', 'gut'],
    ['Stomach cramps', 'gut'],
    ['Diarrhée', 'gut'],
    ['Stools', 'gut'],
    ['Insomnia', 'sleep'],
    ['Stress', 'stress'],
    ['Panic attacks', 'mood'],
    ['Headaches', 'symptom'],
    ['Menstruation', 'cycle'],
  ])('knows %s', (name, category) => {
    expect(placeSymptom(name)).toEqual({ category, known: true });
  });

  it.each([
    'Itchy eyes',
    'Back pain',
    'Dry eye',
    'Stomach pain',
    'Muscle cramps',
    'Cold hands',
    'itchy throat',
  ])('does not take %s for skin', (name) => {
    expect(placeSymptom(name).category).not.toBe('skin');
  });

  it('calls what it does not know a symptom, never skin', () => {
    for (const name of [
      'Glass elbows',
      'skin walker',
      'hand',
      'rash decisions',
      'acne cream',
      '皮膚',
      '',
    ]) {
      expect(placeSymptom(name)).toEqual({ category: 'symptom', known: false });
    }
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'grapheme' }), (a, b) => {
        for (const name of [a, b]) {
          const { category, known } = placeSymptom(name);
          if (!known) expect(category).toBe('symptom');
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('placeRemedy', () => {
  it.each([
    ['Cetirizine', 'medication'],
    ['Vitamin D3', 'supplement'],
    ['Fish Oil', 'supplement'],
    ['Hydrocortisone cream', 'skincare'],
    ['Yoga', 'habit'],
    ['Bone broth', 'food'],
  ])('knows %s', (name, category) => {
    expect(placeRemedy(name)).toEqual({ category, known: true });
  });

  it('calls what it does not know a habit', () => {
    expect(placeRemedy('Zumthera')).toEqual({ category: 'habit', known: false });
  });
});

describe('placeFactor', () => {
  it.each([
    ['Alcohol', 'food'],
    ['Stressful day', 'stress'],
    ['good sleep', 'sleep'],
    ['Period', 'cycle'],
    ['humid', 'weather'],
    ['Ibuprofen', 'medication'],
    ['sunscreen', 'skincare'],
    ['headache', 'symptom'],
    ['rash', 'skin'],
    ['work', 'habit'],
  ])('knows %s', (name, category) => {
    expect(placeFactor(name)).toEqual({ category, known: true });
  });

  it('calls what it does not know a habit', () => {
    expect(placeFactor('moon watching')).toEqual({ category: 'habit', known: false });
  });
});

describe('the committed tables', () => {
  const tables = { symptomPhrases, remedyPhrases, factorPhrases };

  it.each(Object.entries(tables))(
    '%s holds folded phrases of known categories, each once',
    (_, table) => {
      const seen = new Map<string, string>();
      for (const [category, phrase] of phrasesOf(table)) {
        expect(categories).toContain(category);
        expect(phrase).toBe(fold(phrase));
        expect(seen.get(phrase) ?? category).toBe(category);
        seen.set(phrase, category);
      }
    },
  );

  it('holds no site that is a symptom by itself', () => {
    for (const word of siteWords) expect(placeSymptom(word).known).toBe(false);
  });
});
