import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createEvidence } from '@zonula/evidence';
import { countryProfiles, gateQuestions, gateReason, inCountry, redFlags } from '@zonula/safety';
import { describe, expect, test } from 'vitest';
import { germanClaims, searchGerman } from './claims.ts';
import { germanOf } from './german.ts';

const placesIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\w+\}/gu)].map(([place]) => place))].sort();

const { claims } = createEvidence();

describe('what comes first', () => {
  test('every warning sign is said in German, with the numbers of each country', () => {
    const sayings = redFlags.flatMap(({ question, text }) => [
      ...(question === null ? [] : [question]),
      ...countryProfiles.map((country) => inCountry(text, country)),
    ]);
    expect(sayings.length).toBeGreaterThan(60);
    expect(sayings.filter((one) => germanOf(one) === null)).toEqual([]);
    const numbers = (words: string) => [...new Set(words.match(/\d{3}(?: \d{3})?/gu) ?? [])].sort();
    for (const own of sayings) expect(numbers(germanOf(own)!), own).toEqual(numbers(own));
  });

  test('every reason of a gate is said in German', () => {
    const codes = [
      ...'under-18 eating-disorder pregnant-or-breastfeeding maybe-pregnant low-weight food-allergy diabetes-medicine'.split(
        ' ',
      ),
      ...'coeliac-test coeliac-disease one-food-at-a-time longer-than-8-weeks medicine oral-aloe harmful'.split(
        ' ',
      ),
      'not-asked:foodContents',
      ...[...gateQuestions.keys()].map((field) => `not-asked:${field}`),
      ...redFlags.filter(({ question }) => question).map(({ id }) => `not-asked:redFlags.${id}`),
      ...redFlags.map(({ id }) => `red-flag:${id}`),
      ...'milk egg peanut nuts fish shellfish wheat'
        .split(' ')
        .map((food) => `clinician-agreement:${food}`),
    ];
    const missing = countryProfiles.flatMap((country) =>
      codes.flatMap((code) => {
        const { text, wayOut } = gateReason(code, country);
        return [text, wayOut].filter((words) => germanOf(words) === null);
      }),
    );
    expect(missing).toEqual([]);
  });
});

describe('what studies say', () => {
  test('every claim is said in German, made from the English that holds now', () => {
    expect(claims.length).toBeGreaterThan(100);
    for (const { id, claim, summary, correction, safety } of claims) {
      const own = germanClaims.get(id);
      const of = createHash('sha256')
        .update(JSON.stringify([claim, summary, correction ?? null, safety ?? null]))
        .digest('hex')
        .slice(0, 12);
      expect(own?.of, `${id}: look at its German again, then write this`).toBe(of);
      expect([own!.correction === undefined, own!.safety === undefined], id).toEqual([
        correction === undefined,
        safety === undefined,
      ]);
      const numbers = (words: string) => (words.match(/\d+/gu) ?? []).sort();
      const plain = summary.replaceAll(/(\d),(\d{3})/gu, '$1$2');
      expect(numbers(own!.summary.replaceAll(/(\d)\.(\d{3})/gu, '$1$2')), id).toEqual(
        numbers(plain),
      );
    }
  });

  test('German words find them', () => {
    expect(searchGerman(claims, 'löchriger darm akne').map(({ id }) => id)).toContain('A16');
    expect(searchGerman(claims, 'Milchprodukte').at(0)?.id).toMatch(/^(?:A23|B26)$/u);
    expect(searchGerman(claims, 'schokoladenpudding')).toEqual([]);
  });
});

const care = 'packages/care/src';
interface Offered {
  readonly [part: string]: unknown;
}

describe('the plan and the page', () => {
  test('everything in the catalogue of the plan is said in German, with the same places', () => {
    const folder = `${care}/plan/catalogue`;
    const spoken = ['title', 'why', 'works', 'end', 'name', 'words', 'how'];
    const texts = readdirSync(folder).flatMap((file) =>
      (JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Offered[]).flatMap((one) =>
        spoken.flatMap((part) => one[part] ?? []),
      ),
    ) as string[];
    const said = texts.filter((text) => !/^\{\w+\}$/u.test(text));
    expect(said.length).toBeGreaterThan(200);
    expect(said.filter((text) => germanOf(text) === null)).toEqual([]);
    for (const text of said) expect(placesIn(germanOf(text)!), text).toEqual(placesIn(text));
  });

  test('common foods have German names', () => {
    const common = JSON.parse(readFileSync(`${care}/nutrients/common-foods.json`, 'utf8'));
    const names = common.map(({ name }: { readonly name: string }) => name);
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((name: string) => germanOf(name) === null)).toEqual([]);
  });

  test('everything that they say by its English words is said in German, with the same places', () => {
    const files = [
      'plan/make-plan.ts',
      'plan/calendar.ts',
      'plan/reminder.ts',
      'plan/suspects.ts',
      'nutrients/sentences.ts',
      'nutrients/too-few-days.ts',
      'nutrients/words.ts',
      'clinician/sheet.ts',
      'clinician/appendix.ts',
      'clinician/bundle.ts',
      'clinician/verdict-said.ts',
      'fhir/care-plan.ts',
    ];
    const said = files.flatMap((file) =>
      [
        ...readFileSync(`${care}/${file}`, 'utf8').matchAll(
          /\b(?:say|section|phrase)\(\s*(?:wording,\s*)?'((?:[^'\\\n])+)'/gu,
        ),
      ].map(([, words]) => words!),
    );
    expect(said.length).toBeGreaterThan(90);
    // Going without a class is only told on the command line.
    const elsewhere = /Going without|holds \{name\}|nothing in their place|less \(\{amount\}/u;
    const missing = said.filter((words) => germanOf(words) === null && !elsewhere.test(words));
    expect(missing).toEqual([]);
    for (const words of said.filter((one) => germanOf(one) !== null))
      expect(placesIn(germanOf(words)!), words).toEqual(placesIn(words));
  });
});
