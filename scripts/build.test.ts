import { readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { bundle } from './build.mjs';

const definitions = readdirSync('apps/cli/src/commands').map(
  (name) => `apps/cli/src/commands/${name}`,
);
/** What a start reads of our own and of others before it knows that there is work to do. */
const mostBytes = 100_000;
/** `--total` is judged by the instruments, whose forms are schemas. */
const withInstruments = 700_000;

test('the definition of a command brings nothing of its work along', async () => {
  const { outputs } = (await bundle(resolve('.'))).metafile;
  const begins = (file: string): Set<string> => {
    const [first] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === file)!;
    const files = new Set([first]);
    for (const one of files)
      for (const { kind, path } of outputs[one]!.imports)
        if (kind === 'import-statement' && !isBuiltin(path)) {
          // What is not in the bundle is large.
          expect(Object.keys(outputs), `${file} begins with ${path}`).toContain(path);
          files.add(path);
        }
    return files;
  };
  const start = begins('apps/cli/src/main.ts');
  for (const definition of definitions) {
    const bytes = [...new Set([...start, ...begins(definition)])]
      .map((file) => outputs[file]!.bytes)
      .reduce((sum, some) => sum + some);
    const most = definition.endsWith('clinician.ts') ? withInstruments : mostBytes;
    expect(bytes, definition).toBeLessThan(most);
  }
});
