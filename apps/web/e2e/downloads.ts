import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: string;
}

/** The file that an action hands to the person. */
export const savedBy = async (page: Page, action: () => Promise<unknown>): Promise<Saved> => {
  const folder = mkdtempSync(join(tmpdir(), 'zonula-saved-'));
  try {
    const [download] = await Promise.all([page.waitForEvent('download'), action()]);
    const path = join(folder, 'file');
    await download.saveAs(path);
    const bytes = readFileSync(path);
    return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Chooses a file where the action asks for one. */
export const giveFile = async (
  page: Page,
  action: () => Promise<unknown>,
  file: { readonly name: string; readonly bytes: Buffer } | string,
): Promise<void> => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), action()]);
  await chooser.setFiles(
    typeof file === 'string'
      ? file
      : { name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes },
  );
};
