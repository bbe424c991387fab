import type { Importer } from '../importer.ts';
import { isLong, readLong } from './flaredown-long.ts';
import { isWide, readWide } from './flaredown-wide.ts';
import { headerCells, openTable } from './table.ts';

/** Flaredown: the wide file that a user gets by e-mail, and the long file made for research. */
export const flaredown: Importer = {
  format: 'flaredown',
  detect(head) {
    const header = headerCells(head);
    return isLong(header) || isWide(header) ? 1 : 0;
  },
  async read(chunks, options, sink) {
    const table = await openTable(chunks, options, sink);
    await (isLong(table.header) ? readLong : readWide)(table, options, sink);
  },
};
