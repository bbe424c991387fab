import { describe, expect, it } from 'vitest';
import { type Condition, conditionOf, conditions } from './condition.ts';
import { createEvidence } from './evidence.ts';
import { linksFor, readLinks } from './links.ts';

const { claimsFor, claim } = createEvidence();
const links = readLinks();
const ids = (subject: Parameters<typeof claimsFor>[0]): string[] =>
  claimsFor(subject).map(({ id }) => id);

const classKeys =
  'dairy milk skim-milk whey cheese yogurt lactose gluten wheat egg peanut tree-nut soy fish shellfish sesame mustard celery lupin sulphite added-sugar refined-grain high-glycaemic alcohol caffeine spicy nightshade fructan gos polyol excess-fructose histamine fermented ultra-processed processed-meat red-meat fibre omega-3 cocoa coconut aloe collagen bone-broth probiotic prebiotic citrus'.split(
    ' ',
  );
const categories =
  'skin gut symptom mood food sleep stress habit skincare supplement medication cycle weather note day'.split(
    ' ',
  );

describe('the table of links', () => {
  it('names only claims, classes and categories that exist', () => {
    for (const link of links) {
      for (const id of link.claims) expect(claim(id), id).not.toBeNull();
      for (const key of link.classes ?? []) expect(classKeys).toContain(key);
      for (const category of link.categories ?? []) expect(categories).toContain(category);
      for (const word of link.words ?? []) expect(word).toBe(word.toLowerCase());
    }
  });

  it('links a claim to a condition only where the claim speaks of it, or of none', () => {
    for (const { condition, claims } of links)
      for (const id of claims) {
        const about = claim(id)!.conditions;
        if (condition && about.length > 0) expect(about, `${condition} ${id}`).toContain(condition);
      }
  });

  it('reaches nothing twice in vain: every row can match', () => {
    for (const link of links) {
      const category = link.categories?.[0] ?? 'food';
      const subject = {
        ...(link.classes ? { classes: [link.classes[0]!] } : {}),
        ...(link.words || link.categories
          ? { exposure: `${category}/${link.words?.[0] ?? 'anything'}` }
          : {}),
        ...(link.condition ? { condition: link.condition } : {}),
      };
      expect(linksFor(links, subject)).toContain(link);
    }
  });
});

describe('claims for a subject', () => {
  it('a food by its classes', () => {
    const latte = { exposure: 'food/latte', classes: ['dairy', 'milk', 'caffeine'] };
    expect(ids({ ...latte, condition: 'acne' })).toEqual(['A23', 'B26', 'X26', 'X18']);
    expect(ids({ ...latte, condition: 'eczema' })).toEqual(['X06', 'X05', 'X17']);
    expect(ids({ ...latte, condition: 'rosacea' })).toEqual(['X02']);
    expect(ids(latte)).toEqual(expect.arrayContaining(['A23', 'X06', 'X02']));
  });

  it('a class by its own identity', () => {
    expect(ids({ exposure: 'class/dairy', condition: 'acne' })[0]).toBe('A23');
  });

  it('a name by whole words, in the categories where it means that', () => {
    expect(ids({ exposure: 'supplement/Whey powder', condition: 'acne' })[0]).toBe('X01');
    expect(ids({ exposure: 'supplement/Aloe vera juice' })).toEqual(['B48', 'X24']);
    expect(ids({ exposure: 'skincare/aloe gel' })).toEqual([]);
    expect(ids({ exposure: 'habit/sundries', condition: 'rosacea' })).toEqual([]);
    expect(ids({ exposure: 'habit/sun', condition: 'rosacea' })).toEqual(['X02', 'B35']);
  });

  it('a condition alone', () => {
    for (const condition of conditions) expect(ids({ condition }).length).toBeGreaterThan(3);
  });

  it('nothing for what nobody graded', () => {
    expect(ids({ exposure: 'food/oysters', classes: ['shellfish'], condition: 'acne' })).toEqual(
      [],
    );
    expect(ids({ exposure: 'food/__proto__', classes: ['constructor'] })).toEqual([]);
    expect(ids({})).toEqual([]);
  });
});

describe('the condition of a score', () => {
  it.each<[string, Condition | null]>([
    ['acne', 'acne'],
    ['Pimples on chin', 'acne'],
    ['atopic_dermatitis', 'eczema'],
    ['rosacea redness', 'rosacea'],
    ['psoriasis', 'psoriasis'],
    ['itch', null],
    ['severity', null],
    ['acne and rosacea', null],
  ])('%s: %s', (name, condition) => {
    expect(conditionOf(name)).toBe(condition);
  });
});
