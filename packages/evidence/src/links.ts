import { z } from 'zod';
import table from '../links.json' with { type: 'json' };
import { type Condition, conditions } from './condition.ts';

const linkSchema = z
  .strictObject({
    /** Trigger classes of foods; one of them is enough. */
    classes: z.array(z.string()).min(1).readonly().optional(),
    /** Whole words of a name, lower case; one of them is enough. */
    words: z.array(z.string()).min(1).readonly().optional(),
    /** Categories of the diary that the words, or the row, are limited to. */
    categories: z.array(z.string()).min(1).readonly().optional(),
    /** The condition it is about; without it, about all. */
    condition: z.enum(conditions).optional(),
    claims: z.array(z.string()).min(1).readonly(),
    /** The claim that says it acts on that condition; only this one may bear on a prior. */
    acts: z.string().optional(),
  })
  .refine(({ acts, condition, claims }) => !acts || (condition && claims.includes(acts)), {
    message: '`acts` needs a condition and must be among the claims',
  });
export type Link = Readonly<z.infer<typeof linkSchema>>;

/** The hand-kept table `links.json`: most particular rows first. */
export const readLinks = (): readonly Link[] => z.array(linkSchema).parse(table);

/** What a person may have had or done, as far as it is known. */
export interface Subject {
  /** Trigger classes it holds, such as `dairy`. */
  readonly classes?: readonly string[];
  /** Diary identity, `category/name`; `class/KEY` counts as that class. */
  readonly exposure?: string;
  /** Without it links of every condition count. */
  readonly condition?: Condition;
}

const normal = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();

const namesWord = (name: string, word: string): boolean => ` ${name} `.includes(` ${word} `);

const split = (exposure: string): readonly [string, string] => {
  const slash = exposure.indexOf('/');
  return slash < 0 ? ['', exposure] : [exposure.slice(0, slash), exposure.slice(slash + 1)];
};

/** Ingredients and classes are foods. */
const diaryCategory = (category: string): string =>
  category === 'ingredient' || category === 'class' ? 'food' : category;

/**
 * The rows that speak of a subject, in the order of the table. A condition alone gets its own rows; with
 * something eaten or done only rows about that thing count.
 */
export const linksFor = (
  links: readonly Link[],
  { classes = [], exposure, condition }: Subject,
): readonly Link[] => {
  const [category, rawName] = split(exposure ?? '');
  const name = normal(rawName);
  const held = new Set(category === 'class' ? [...classes, rawName] : classes);
  const bare = exposure === undefined && held.size === 0;
  return links.filter((link) => {
    if (link.condition && condition && link.condition !== condition) return false;
    const general = !link.classes && !link.words && !link.categories;
    if (bare || general) return bare && general && condition !== undefined;
    if (link.classes) return link.classes.some((key) => held.has(key));
    if (exposure === undefined) return false;
    if (link.categories && !link.categories.includes(diaryCategory(category))) return false;
    return !link.words || link.words.some((word) => namesWord(name, word));
  });
};

/** Whether a matching row is about the subject as a whole, and not about a class that it holds among others. */
export const isAboutItself = (link: Link, { exposure, classes = [] }: Subject): boolean => {
  if (!link.classes) return true;
  const [category, name] = split(exposure ?? '');
  return category === 'class'
    ? link.classes.includes(name)
    : exposure === undefined && classes.length > 0;
};
