import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Accuracy, accuracySchema } from '@zonula/care';

/** How often this version accuses wrongly, as published; null before that was measured. */
export const readAccuracy = (root: string): Accuracy | null => {
  let text: string;
  try {
    text = readFileSync(join(root, 'docs', 'validation.json'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const published = JSON.parse(text);
  // Other studies may have been published before the one of false accusations.
  return 'nulls' in published ? accuracySchema.parse(published) : null;
};
