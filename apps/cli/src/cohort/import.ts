import { today } from '../clock.ts';
import { oneLine } from '../failure.ts';
import { sourceAt } from '../input.ts';
import type { CommonOptions } from '../options.ts';
import { note, print, printJson } from '../output.ts';
import { createProgress } from '../progress.ts';
import { outputFolder } from '../simulate/folder.ts';
import { version } from '../version.ts';
import { noteWarnings } from '../warnings.ts';
import { splitExport } from './split-export.ts';

export interface ImportOptions extends CommonOptions {
  readonly out: string;
  readonly skipUnreadable?: true;
}

/** So many kinds of warnings are told; `--json` has all. */
const mostWarnings = 20;

export const importExport = async (file: string, options: ImportOptions): Promise<void> => {
  const source = sourceAt(file);
  const folder = outputFolder(options.out);
  const progress = createProgress(Date.now);
  try {
    const result = await splitExport(source, {
      folder: folder.path,
      today: today(),
      skipUnreadable: options.skipUnreadable === true,
      onProgress: progress.report,
    });
    folder.keep();
    progress.end();
    for (const { line, expected } of result.skipped.first)
      note(oneLine(`${source.name}:${line}: left out: ${expected}`));
    if (result.skipped.rows > result.skipped.first.length)
      note(`${result.skipped.rows - result.skipped.first.length} more rows were left out`);
    noteWarnings(result.warnings, mostWarnings);
    const said = `${result.people} diaries from ${result.rows} rows written to ${options.out}`;
    if (options.json)
      await printJson({ version, source: source.name, out: options.out, ...result });
    else await print(`${oneLine(said)}\n`);
  } finally {
    progress.end();
    folder.discard();
  }
};
