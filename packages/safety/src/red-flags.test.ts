import { createEvidence, forbiddenWord } from '@zonula/evidence';
import { describe, expect, it } from 'vitest';
import { agreedFoods } from './answers.ts';
import { clocks } from './clocks.ts';
import { countryProfileOf, countryProfiles, inCountry } from './country.ts';
import { gateQuestions, gateReason } from './gate-reasons.ts';
import { noticeRules } from './notices.ts';
import { redFlagIds } from './red-flag-ids.ts';
import { germanHints } from './red-flag-words.ts';
import { redFlags } from './red-flags.ts';

const { claim } = createEvidence();

/** Rows of the table of red flags by the claims they come from: trigger in short, urgency. Written by hand. */
const expected = [
  ['anaphylaxis', 'emergency-now', ['X09']],
  ['eczema-herpeticum', 'same-day', ['X11']],
  ['red-all-over', 'same-day', ['X12']],
  ['acne-fulminans', 'same-day', ['X13']],
  ['severe-acne', 'see-a-doctor', ['X13', 'A18']],
  ['skin-distress', 'see-a-doctor', ['X13', 'A13']],
  ['suicidal-thoughts', 'same-day', ['X13', 'A13']],
  ['low-mood-or-body-image', 'see-a-doctor', ['X13', 'A13']],
  ['bowel-alarm', 'see-a-doctor', ['X10']],
  ['loose-stools-over-60', 'see-a-doctor', ['X10']],
  ['severe-bowel', 'same-day', ['X10']],
  ['gluten-rash', 'see-a-doctor', ['X21']],
  ['medicine-and-pregnancy', 'see-a-doctor', ['X14']],
  ['child-with-eczema', 'not-this-feature', ['X06', 'X22']],
  ['child-with-psoriasis', 'see-a-doctor', ['X12']],
];

const syllables = (word: string): number =>
  Math.max(
    1,
    word
      .toLowerCase()
      .replace(/e$/u, '')
      .match(/[aeiouy]+/gu)?.length ?? 1,
  );

/** Flesch & Kincaid 1975: school grade; grade 6 is an age of eleven to twelve. */
const grade = (text: string): number => {
  const sentences = text.split(/[.!?:;](?:\s|$)/u).filter((part) => part.trim() !== '');
  const words = text.match(/[\p{L}’'-]+/gu) ?? [];
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (sounds / words.length) - 15.59;
};

const codes = [
  'under-18',
  'eating-disorder',
  'pregnant-or-breastfeeding',
  'maybe-pregnant',
  'low-weight',
  'food-allergy',
  'diabetes-medicine',
  'coeliac-test',
  'coeliac-disease',
  'one-food-at-a-time',
  'longer-than-8-weeks',
  'medicine',
  'not-asked:foodContents',
  ...[...gateQuestions.keys()].map((field) => `not-asked:${field}`),
  ...agreedFoods.map((food) => `clinician-agreement:${food}`),
];

describe('the red flags', () => {
  it('are those of the evidence, with its urgency', () => {
    expect(redFlags.map(({ id, urgency, evidence }) => [id, urgency, evidence])).toEqual(expected);
    for (const { evidence } of redFlags)
      for (const id of evidence) expect(claim(id), id).not.toBeNull();
  });

  it('say the same words every time', async () => {
    const texts = countryProfiles.flatMap((country) => [
      `## ${country}`,
      ...redFlags.map(
        ({ id, question, text }) =>
          `${id}\n  ${question ?? '(not asked)'}\n  ${inCountry(text, country)}`,
      ),
      '',
    ]);
    await expect(texts.join('\n')).toMatchFileSnapshot('fixtures/red-flag-texts.txt');
  });

  it('name the right numbers for each country', () => {
    const said = (country: string | null, id: string) =>
      inCountry(redFlags.find((flag) => flag.id === id)!.text, countryProfileOf(country));
    expect(said('GB', 'anaphylaxis')).toContain('Call 999 (or 112).');
    expect(said('US', 'anaphylaxis')).toContain('Call 911.');
    expect(said('DE', 'anaphylaxis')).toContain('Call 112.');
    expect(said(null, 'anaphylaxis')).toContain('112 in the EU, 999 in the UK, 911 in the US');
    expect(said('GB', 'suicidal-thoughts')).toContain('116 123');
    expect(said('US', 'suicidal-thoughts')).toContain('988');
    expect(said('GB', 'eczema-herpeticum')).toContain('NHS 111');
    for (const country of countryProfiles)
      for (const { text } of redFlags) expect(inCountry(text, country)).not.toMatch(/[{}]/u);
  });

  it('raise a question by words, and each set of words matches something plain', () => {
    const examples: readonly (readonly [string, string])[] = [
      ['anaphylaxis', 'my lips swelled up'],
      ['anaphylaxis', 'lip swelling'],
      ['anaphylaxis', 'tongue felt swollen after lunch'],
      ['anaphylaxis', 'could not breathe'],
      ['anaphylaxis', 'short of breath and wheezing'],
      ['anaphylaxis', 'fainted'],
      ['anaphylaxis', 'her lips turned blue'],
      ['anaphylaxis', 'used the EpiPen'],
      ['eczema-herpeticum', 'clusters of blisters on my neck'],
      ['eczema-herpeticum', 'punched-out sores'],
      ['eczema-herpeticum', 'eczema suddenly very painful'],
      ['eczema-herpeticum', 'sores near my eye'],
      ['eczema-herpeticum', 'herpeticum?'],
      ['red-all-over', 'I am red all over'],
      ['red-all-over', 'pustular psoriasis'],
      ['acne-fulminans', 'acne and a fever'],
      ['severe-acne', 'cystic acne'],
      ['severe-acne', 'the spots leave scars'],
      ['skin-distress', 'I hate my skin'],
      ['suicidal-thoughts', 'suicidal thought'],
      ['suicidal-thoughts', 'want to die'],
      ['low-mood-or-body-image', 'everything is hopeless'],
      ['low-mood-or-body-image', 'BDD'],
      ['bowel-alarm', 'blood in stool'],
      ['bowel-alarm', 'weight loss'],
      ['bowel-alarm', 'anemia'],
      ['bowel-alarm', 'diarrhoea every night'],
      ['bowel-alarm', 'a lump in my belly'],
      ['loose-stools-over-60', 'loose stools'],
      ['severe-bowel', 'bloody stools'],
      ['gluten-rash', 'itchy blisters on both elbows'],
      ['medicine-and-pregnancy', 'Roaccutane 20 mg'],
    ];
    const matched = new Set<string>();
    for (const [id, text] of examples) {
      const hints = redFlags
        .find((flag) => flag.id === id)!
        .hints.filter(({ pattern }) => pattern.test(text));
      expect(hints.length, `${id}: ${text}`).toBeGreaterThan(0);
      for (const { label } of hints) matched.add(`${id} ${label}`);
    }
    const every = redFlags.flatMap(({ id, hints }) => hints.map(({ label }) => `${id} ${label}`));
    expect(every.filter((one) => !matched.has(one))).toEqual([]);
  });

  it('raise the same questions by German words', () => {
    const examples: readonly (readonly [string, string])[] = [
      ['anaphylaxis', 'Lippen geschwollen'],
      ['anaphylaxis', 'meine Zunge war nach dem Essen ganz dick'],
      ['anaphylaxis', 'geschwollene Lippe'],
      ['anaphylaxis', 'Lippenschwellung'],
      ['anaphylaxis', 'Atemnot'],
      ['anaphylaxis', 'konnte kaum schlucken'],
      ['anaphylaxis', 'habe keine Luft bekommen'],
      ['anaphylaxis', 'ohnmächtig geworden'],
      ['anaphylaxis', 'blau angelaufen'],
      ['anaphylaxis', 'Fastjekt benutzt'],
      ['eczema-herpeticum', 'Bläschen in Gruppen am Hals'],
      ['eczema-herpeticum', 'wie gestanzte Stellen'],
      ['eczema-herpeticum', 'das Ekzem tut plötzlich weh'],
      ['eczema-herpeticum', 'Neurodermitis am Auge'],
      ['eczema-herpeticum', 'Eczema herpeticatum?'],
      ['red-all-over', 'am ganzen Körper rot'],
      ['red-all-over', 'pustulöse Psoriasis'],
      ['acne-fulminans', 'Akne und Fieber'],
      ['severe-acne', 'zystische Akne'],
      ['severe-acne', 'Aknenarben'],
      ['skin-distress', 'ich hasse meine Haut'],
      ['suicidal-thoughts', 'Suizidgedanken'],
      ['suicidal-thoughts', 'ich will nicht mehr leben'],
      ['suicidal-thoughts', 'wollte mich umbringen'],
      ['low-mood-or-body-image', 'alles hoffnungslos'],
      ['low-mood-or-body-image', 'Dysmorphophobie'],
      ['bowel-alarm', 'Blut im Stuhl'],
      ['bowel-alarm', 'ungewollt abgenommen'],
      ['bowel-alarm', 'Blutarmut'],
      ['bowel-alarm', 'jede Nacht Durchfall'],
      ['bowel-alarm', 'Knoten im Bauch'],
      ['loose-stools-over-60', 'wässriger Stuhl'],
      ['severe-bowel', 'blutiger Durchfall'],
      ['gluten-rash', 'juckende Bläschen an den Ellenbogen'],
      ['medicine-and-pregnancy', 'Aknenormin 20 mg'],
    ];
    const matched = new Set<string>();
    for (const [id, text] of examples) {
      const hints = germanHints.get(id)!.filter(({ pattern }) => pattern.test(text));
      expect(hints.length, `${id}: ${text}`).toBeGreaterThan(0);
      for (const { label } of hints) matched.add(`${id} ${label}`);
    }
    const every = redFlags
      .filter(({ hints }) => hints.length > 0)
      .flatMap(({ id, hints }) => hints.map(({ label }) => `${id} ${label}`));
    expect([...new Set(every)].filter((one) => !matched.has(one))).toEqual([]);
  });

  it('leave ordinary entries alone', () => {
    for (const text of [
      'itch',
      'chapped lips',
      'blueberries',
      'bloating',
      'new cream',
      'weight',
      'fever',
      'night shift',
      'knee pain',
      'grey day',
      'eye strain',
      'tongue twister',
      'blood orange',
      'poor sleep',
      'Juckreiz',
      'rissige Lippen',
      'Heidelbeeren',
      'Blutorange',
      'Blähungen',
      'Rotwein',
      'Gewicht',
      'Fieber',
      'Nachtschicht',
      'Knieschmerzen',
      'grauer Tag',
      'Augen müde',
      'Mundwasser',
      'Halsschmerzen',
      'schlecht geschlafen',
      'Mückenstiche geschwollen',
      'dicke Creme',
      'Narbe am Knie',
    ])
      for (const { id, hints } of redFlags)
        for (const { label, pattern } of hints)
          expect(pattern.test(text), `${id} ${label}: ${text}`).toBe(false);
  });
});

describe('wording', () => {
  const own = [
    ...countryProfiles
      .flatMap((country) => codes.map((code) => gateReason(code, country)))
      .flatMap(({ text, wayOut }) => [text, wayOut]),
    ...clocks.flatMap(({ text }) => countryProfiles.map((country) => inCountry(text, country))),
    ...noticeRules.map(({ text }) => text),
    ...gateQuestions.values(),
  ];
  const flags = redFlags.flatMap(({ question, text }) => [
    ...(question === null ? [] : [question]),
    ...countryProfiles.map((country) => inCountry(text, country)),
  ]);

  it('promises nothing, names no illness of the reader and advises nobody to go without a food', () => {
    for (const text of own) expect(forbiddenWord(text), text).toBeNull();
  });

  it('is plain to read', () => {
    for (const text of [...own, ...flags])
      for (const sentence of text.split(/(?<=[.!?])\s/u))
        expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(24);
    for (const texts of [own, flags]) {
      const grades = texts.map(grade);
      expect(grades.reduce((a, b) => a + b, 0) / grades.length).toBeLessThanOrEqual(6.5);
    }
  });
});

it('the ids that stand apart are those of the flags', () => {
  expect(redFlagIds).toEqual(redFlags.map(({ id }) => id));
});
