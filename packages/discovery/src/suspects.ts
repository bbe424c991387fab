import { z } from 'zod';

const interval = z.tuple([z.number(), z.number()]);
const probability = z.number().min(0).max(1);

export const reasonSchema = z.object({ code: z.string(), text: z.string() });
export type Reason = Readonly<z.infer<typeof reasonSchema>>;

/** `peak` and `total` in outcome points, conditional on inclusion; see docs for the exact meaning. */
export const effectSchema = z.object({
  peak: z.number(),
  peakInterval: interval,
  total: z.number(),
  totalInterval: interval,
  level: probability,
});
export type Effect = Readonly<z.infer<typeof effectSchema>>;

export const delaySchema = z.object({ mean: z.number(), interval, level: probability });

/** Response of the outcome, day by day after one usual portion, after propagation by the dynamics. */
export const curveSchema = z.object({
  /** Points per day; index 0 is the day of the exposure. */
  mean: z.array(z.number()),
  lower: z.array(z.number()),
  upper: z.array(z.number()),
  level: probability,
});
export type Curve = Readonly<z.infer<typeof curveSchema>>;

export const findingSchema = z.object({
  id: z.string(),
  grain: z.enum(['dish', 'ingredient', 'class', 'entry']),
  rows: z.array(z.string()).optional(),
  daysWith: z.number().int(),
  daysWithout: z.number().int(),
  identifiable: z.boolean(),
  reason: reasonSchema.nullable(),
  probability: probability.nullable(),
  direction: z.enum(['worsens', 'improves']).nullable(),
  effect: effectSchema.nullable(),
  delayDays: delaySchema.nullable(),
  throughGut: z
    .object({ indirect: z.number(), interval, level: probability, mostlyThroughGut: probability })
    .nullable(),
  /** Only beside `throughGut`: the indirect part if an unseen cause had tied gut and skin together. */
  throughGutSensitivity: z
    .object({
      assumption: z.string(),
      /** Correlation of the unexplained changes of gut and skin. */
      correlation: z.array(z.number().min(-1).max(1)),
      /** Points, one for each correlation. */
      indirect: z.array(z.number()),
    })
    .optional(),
  curve: curveSchema.nullable(),
});
export type Finding = Readonly<z.infer<typeof findingSchema>>;

export const suspectSchema = z.object({
  members: z.array(z.string()),
  probability,
  verdict: z.enum(['likely', 'possible']),
  /** P(|peak| > smallest worthwhile effect), not conditional on inclusion. */
  worthwhileProbability: probability,
  /** Why it is not claimed; null when it is. */
  why: z.enum(['unsure', 'too-small', 'reversed', 'contested', 'rate']).nullable(),
  test: z.string(),
});
export type Suspect = Readonly<z.infer<typeof suspectSchema>>;

export const covariateEffectSchema = z.object({
  id: z.string(),
  unit: z.string(),
  effect: effectSchema,
});

export const checksSchema = z.object({
  leadTest: z.object({
    performed: z.boolean(),
    failed: z.array(z.string()),
    tests: z.array(z.object({ id: z.string(), p: z.number(), adjustedP: z.number() })),
    text: z.string(),
  }),
  shiftTest: z.object({
    performed: z.boolean(),
    shifts: z.number().int(),
    p: z.number().nullable(),
    text: z.string(),
  }),
  convergence: z.object({
    passed: z.boolean(),
    chains: z.number().int(),
    draws: z.number().int(),
    rHat: z.number().nullable(),
    effectiveSampleSize: z.number().nullable(),
    text: z.string(),
  }),
  confounders: z.array(z.object({ id: z.string(), text: z.string() })),
});
export type Checks = Readonly<z.infer<typeof checksSchema>>;

const documentSchema = z.object({
  version: z.string(),
  seed: z.number().int(),
  diary: z.object({
    from: z.string(),
    to: z.string(),
    days: z.number().int(),
    loggedDays: z.number().int(),
  }),
  outcome: z
    .object({
      category: z.string(),
      name: z.string(),
      scale: z.object({ min: z.number(), max: z.number(), inferred: z.boolean() }),
    })
    .nullable(),
  status: z.enum(['ok', 'cannot-tell']),
  reasons: z.array(reasonSchema),
  exposures: z.array(findingSchema),
  suspects: z.array(suspectSchema),
  claims: z.array(z.array(z.string())),
  covariates: z.array(covariateEffectSchema),
  worthwhile: z.number().nullable(),
  checks: checksSchema,
  warnings: z.array(z.object({ code: z.string(), text: z.string(), count: z.number().int() })),
  /** Only where prior odds were asked for: the factors other than 1. */
  priorOdds: z.array(z.object({ id: z.string(), odds: z.number().positive() })).optional(),
  /** Only with `--research`: seven days of probabilities per level of the score. */
  forecast: z
    .array(
      z.object({
        date: z.string(),
        levels: z.array(z.number()),
        probabilities: z.array(probability),
      }),
    )
    .optional(),
});
/** What is said of one outcome. */
export type SuspectDocument = Readonly<z.infer<typeof documentSchema>>;

/** The document of `discover --json`. */
export const suspectsSchema = documentSchema.extend({
  /** The further outcomes, where several were asked of at once; claims are decided together. */
  others: z.array(documentSchema).optional(),
});
export type Suspects = Readonly<z.infer<typeof suspectsSchema>>;
