import { classKeys } from '@zonula/foods';
import { pillars } from '@zonula/safety';
import { z } from 'zod';
import gut from './catalogue/gut.json' with { type: 'json' };
import never from './catalogue/never.json' with { type: 'json' };
import supportive from './catalogue/options.json' with { type: 'json' };
import professional from './catalogue/professional.json' with { type: 'json' };
import skin from './catalogue/skin.json' with { type: 'json' };
import sleep from './catalogue/sleep.json' with { type: 'json' };
import stress from './catalogue/stress.json' with { type: 'json' };
import { factSchema } from './facts.ts';

const line = z
  .string()
  .min(1)
  .refine((text) => text.trim() === text && !/\p{Cc}/u.test(text), 'one line');
const claimId = z.string().regex(/^[A-Z]\d{2}$/u);
const claimIds = z.array(claimId).min(1).readonly();
const facts = z.array(factSchema).readonly();

/** When something is offered: all of `all`, at least one of `any`, none of `none`. */
const conditionsSchema = z.strictObject({
  all: facts.optional(),
  any: z.array(factSchema).min(1).readonly().optional(),
  none: facts.optional(),
});
export type Conditions = z.infer<typeof conditionsSchema>;

export const actionSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/u),
  pillar: z.enum(pillars),
  title: line,
  /** Why, in one or two sentences; the claims say how sure it is. */
  why: line,
  evidence: claimIds,
  how: z.array(line).min(1).readonly(),
  /** How long until one looks at it, in days. */
  days: z.int().min(1).max(84),
  /** What would show that it works. */
  works: line,
  /** When it ends. */
  end: line,
  /** Diary identities to write down; capitals stand for the person's own name of it. */
  log: z.array(line).readonly(),
  cost: z.enum(['none', 'small']),
  /** It names what is eaten, so it is not shown to everyone. */
  food: z.literal(true).optional(),
  /** Classes of foods that it speaks of. */
  classes: z.array(z.enum(classKeys)).readonly().optional(),
  /** It stands also while a sign needs help the same day. */
  evenIfUrgent: z.literal(true).optional(),
  for: conditionsSchema,
  /** The higher comes first. */
  priority: z.int(),
  more: z.array(z.strictObject({ when: factSchema, by: z.int() })).readonly(),
});
export type CatalogueAction = z.infer<typeof actionSchema>;

const optionSchema = z.strictObject({
  id: z.string(),
  name: line,
  evidence: claimIds,
  kind: z.enum(['food', 'supplement']),
  /** Classes of foods that it holds or may hold. */
  classes: z.array(z.enum(classKeys)).readonly(),
  words: line.optional(),
  none: facts,
});
const neverSchema = z.strictObject({ id: z.string(), name: line, why: line, evidence: claimIds });

/** All actions that a plan can hold. */
export const catalogue: readonly CatalogueAction[] = z
  .array(actionSchema)
  .parse([...professional, ...skin, ...sleep, ...stress, ...gut]);
/** Supportive foods and supplements that people ask about, and what they must not meet. */
export const supportiveOptions = z.array(optionSchema).readonly().parse(supportive);
/** What no plan holds, and why. */
export const neverSuggested = z.array(neverSchema).readonly().parse(never);
