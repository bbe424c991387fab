import { z } from 'zod';

/**
 * StudyU's study definition, the part that a trial needs; fields we do not use are let through. After `core/lib/src/models` of hpi-studyu/studyu
 * (MIT), app 2.14.
 */
const time = z.string().regex(/^\d{1,2}:\d{2}$/u);
const schedule = z.looseObject({
  completionPeriods: z.array(
    z.looseObject({ id: z.string().optional(), unlockTime: time, lockTime: time }),
  ),
  reminders: z.array(time),
});
const task = z.looseObject({
  type: z.string(),
  id: z.string(),
  title: z.string().nullish(),
  schedule,
});
const question = z.looseObject({
  type: z.string(),
  id: z.string(),
  prompt: z.string().nullish(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  step: z.number().optional(),
});

export const sequences = ['alternating', 'counterBalanced', 'randomized', 'customized'] as const;

export const studyUSchema = z.looseObject({
  id: z.string(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  interventions: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string().nullish(),
      description: z.string().nullish(),
      icon: z.string().optional(),
      tasks: z.array(task),
    }),
  ),
  observations: z.array(task.extend({ questions: z.array(question) })),
  schedule: z.looseObject({
    numberOfCycles: z.number().int().min(1).max(1000),
    phaseDuration: z.number().int().min(1).max(1000),
    includeBaseline: z.boolean(),
    sequence: z.enum(sequences),
    sequenceCustom: z
      .string()
      .regex(/^[AB]*$/iu)
      .default('ABAB'),
  }),
});
export type StudyUStudy = Readonly<z.infer<typeof studyUSchema>>;
