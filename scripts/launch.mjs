// @ts-check
import { pathToFileURL } from 'node:url';
import { ready } from './prepare.mjs';
import { readyWeb } from './prepare-web.mjs';

/**
 * Runs the command with what is built; installs and builds first where that is needed.
 * @param {string[]} args
 */
export const launch = async (args) => {
  let bundle;
  try {
    bundle = await ready();
    if (args[0] === 'serve' && !args.includes('--help')) await readyWeb();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(`zonula: cannot be set up: ${message}`);
    process.exitCode = 1;
    return;
  }
  const { main } = await import(pathToFileURL(bundle).href);
  await main(args);
};
