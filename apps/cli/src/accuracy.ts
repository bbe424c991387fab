import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Accuracy, accuracySchema } from '@zonula/care';
import { root } from './root.ts';

/** How often this version accuses wrongly, as measured by the validation; null before it ran. */
export const readAccuracy = (): Accuracy | null => {
  let text: string;
  try {
    text = readFileSync(join(root, 'docs', 'validation.json'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return accuracySchema.parse(JSON.parse(text));
};
