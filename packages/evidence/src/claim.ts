import { z } from 'zod';
import { conditions } from './condition.ts';
import { forbiddenWord } from './plain-words.ts';

/** From what studies bear out to what they speak against; a sentence that misleads needs rewording. */
export const verdicts = [
  'supported',
  'partly',
  'weak or mixed',
  'unsupported',
  'contradicted',
  'needs rewording',
] as const;
export type Verdict = (typeof verdicts)[number];

/** How sure the verdict is, in the manner of GRADE, judged by one reader. */
export const certainties = ['high', 'moderate', 'low', 'very low'] as const;
export type Certainty = (typeof certainties)[number];

export const topics = [
  'gut barrier',
  'gut-skin axis',
  'anatomy',
  'skin barrier',
  'acne',
  'eczema',
  'rosacea',
  'psoriasis',
  'diet',
  'diet: dairy',
  'diet: egg',
  'diet: peanut',
  'diet: gluten',
  'diet: glycaemic load',
  'diet: processed food',
  'fermented food',
  'fats',
  'fibre',
  'collagen',
  'probiotics',
  'supplements',
  'nutrition',
  'stress',
  'sleep',
  'skincare',
  'well-being',
  'words',
  'plan',
  'care pathway',
  'alarm signs',
  'safety',
  'harm of leaving foods out',
  'children',
  'testing',
  'delay',
  'protocol',
  'confounder',
  'design',
] as const;

const line = z
  .string()
  .min(1)
  .refine(
    (text) => text.trim() === text && !/\p{Cc}/u.test(text),
    'one line without spaces around it',
  );

/** Words of ours: no promise, no advice to leave a food out. */
const ownWords = line.superRefine((text, context) => {
  const word = forbiddenWord(text);
  if (word !== null)
    context.addIssue({ code: 'custom', message: `“${word}” may only stand in “quotation marks”` });
});

const figure = z.number();

export const effectSchema = z
  .strictObject({
    /** What was measured, in whom, against what. */
    what: ownWords,
    value: figure.optional(),
    /** The same in the group it was compared with. */
    control: figure.optional(),
    /** As published; the sources mostly do not repeat the level, by custom 95 %. */
    interval: z.tuple([figure, figure]).optional(),
    unit: line.optional(),
    /** p value as published, such as `0.03` or `<0.01`. */
    p: z
      .string()
      .regex(/^<?0\.\d+$/u)
      .optional(),
  })
  .refine(({ value, control }) => value !== undefined || control === undefined, {
    message: 'a comparison without a value',
  })
  .refine(({ interval }) => interval === undefined || interval[0] <= interval[1], {
    message: 'the interval ends before it starts',
  });
export type Effect = Readonly<z.infer<typeof effectSchema>>;

export const citationSchema = z
  .strictObject({
    authors: line.optional(),
    year: z.number().int().min(1900).max(2100).optional(),
    title: line.optional(),
    /** What it is, where the title was not seen. */
    about: line.optional(),
    journal: line.optional(),
    doi: z
      .string()
      .regex(/^10\.\d{4,9}\/\S+$/u)
      .optional(),
    pmid: z
      .string()
      .regex(/^\d{1,8}$/u)
      .optional(),
    pmcid: z
      .string()
      .regex(/^PMC\d+$/u)
      .optional(),
    url: z.url({ protocol: /^https?$/u }).optional(),
    /** Something of it was never seen and is left out rather than guessed, or it is second-hand. */
    incomplete: z.literal(true).optional(),
  })
  .refine(({ doi, pmid, pmcid, url }) => doi ?? pmid ?? pmcid ?? url, {
    message: 'a citation needs a DOI, a PMID, a PMCID or an address',
  })
  .refine(({ title, about }) => title ?? about, { message: 'a citation needs a title' })
  .refine(({ incomplete, authors, year, title }) => incomplete || (authors && year && title), {
    message: 'authors, year and title are needed, or `incomplete`',
  });
export type Citation = Readonly<z.infer<typeof citationSchema>>;

export const claimSchema = z
  .strictObject({
    id: z.string().regex(/^[A-Z]\d{2}$/u),
    /** The sentence as people say it, in our words; always shown in quotation marks. */
    claim: line,
    topic: z.enum(topics),
    /** The skin conditions it speaks of; empty when it speaks of none in particular. */
    conditions: z.array(z.enum(conditions)).readonly(),
    verdict: z.enum(verdicts),
    certainty: z.enum(certainties),
    /** What is known, for a reader of twelve. */
    summary: ownWords,
    /** What the sentence gets wrong, and what can be said instead. */
    correction: ownWords.optional(),
    effects: z.array(effectSchema).readonly(),
    population: ownWords.optional(),
    /** How long after the cause the effect was seen. */
    delay: ownWords.optional(),
    safety: ownWords.optional(),
    /** Further words under which it should be found. */
    words: line,
    citations: z.array(citationSchema).min(1).readonly(),
  })
  .refine(({ verdict, correction, id }) => verdict === 'supported' || correction || id[0] === 'X', {
    message: 'a correction is needed where a common sentence is not supported',
  });
export type Claim = Readonly<z.infer<typeof claimSchema>>;
