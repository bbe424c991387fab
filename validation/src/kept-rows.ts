import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SeededTask } from './studies/study.ts';

/** Rows that survive an interrupted run, one JSON line each. */
export interface KeptRows {
  readonly find: (task: SeededTask) => unknown;
  readonly keep: (task: SeededTask, row: unknown) => void;
}

/**
 * Rows of one study in a folder. The folder must belong to one version of the engine: nothing here
 * notices that the engine has changed. A line cut off by a crash is run again.
 */
export function keptRows(folder: string, name: string): KeptRows {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.jsonl`);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const rows = new Map<string, unknown>();
  for (const line of whole.split('\n').filter((l) => l !== '')) {
    const { task, row } = JSON.parse(line) as { task: SeededTask; row: unknown };
    rows.set(JSON.stringify(task), row);
  }
  if (whole.length < text.length) writeFileSync(file, whole);
  return {
    find: (task) => rows.get(JSON.stringify(task)),
    keep: (task, row) => appendFileSync(file, `${JSON.stringify({ task, row })}\n`),
  };
}
