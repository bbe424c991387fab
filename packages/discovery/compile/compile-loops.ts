import { readFileSync } from 'node:fs';
import createWabt from 'wabt';

/** loops.wat as WebAssembly, in base64. Throws with the line where the text is wrong. */
export const compileLoops = async (): Promise<string> => {
  const wabt = await createWabt();
  const text = readFileSync(new URL('../src/loops/loops.wat', import.meta.url), 'utf8');
  const module = wabt.parseWat('loops.wat', text, { simd: true });
  module.resolveNames();
  module.validate();
  const { buffer } = module.toBinary({});
  module.destroy();
  return Buffer.from(buffer).toString('base64');
};
