import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every page of documentation, by its path. */
export const pages = ['.', 'docs', 'examples', 'packages', 'apps', 'validation', 'benchmarks']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' }).map((name) =>
      join(folder, name),
    ),
  )
  .filter((path) => path.endsWith('.md') && !path.includes('node_modules'));
