// @ts-check
import { writeFileSync } from 'node:fs';

/** Tells how many errors nobody handled in a run of the tests, which the JSON reporter leaves out. */
// biome-ignore lint/style/noDefaultExport: the test runner takes a reporter so.
export default class {
  /** @param {unknown} _ @param {readonly unknown[]} errors */
  onTestRunEnd(_, errors) {
    const file = process.env.ZONULA_UNHANDLED_ERRORS;
    if (file !== undefined) writeFileSync(file, `${errors.length}`);
  }
}
