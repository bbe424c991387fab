import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Content of the compiled food tables; `root` is the repository. */
export const foodTablesText = (root: string): string =>
  readFileSync(join(root, 'packages', 'foods', 'assets', 'foods.json'), 'utf8');
