/** Compiles the inner loops: `npm run loops:compile` writes src/loops/loops-binary.ts. */
import { writeFileSync } from 'node:fs';
import { compileLoops } from './compile-loops.ts';

writeFileSync(
  new URL('../src/loops/loops-binary.ts', import.meta.url),
  `/** loops.wat as WebAssembly, base64; written by \`npm run loops:compile\`. */\nexport const loopsBinary =\n  '${await compileLoops()}';\n`,
);
