import { type ColumnMap, type Format, parseColumnMap } from '@zonula/diary';
import { UnusableArguments } from './failure.ts';
import { readText } from './input.ts';
import type { DiaryOptions } from './options.ts';

/** Reads `--map` and settles the format; throws where the two do not fit. */
export const formatAndMap = ({
  format,
  map,
}: DiaryOptions): { format: Format | 'auto'; map?: ColumnMap } => {
  if (map === undefined) {
    if (format !== 'csv') return { format };
    throw new UnusableArguments('--format csv needs --map COLUMNS.json, which names the columns');
  }
  if (format !== 'csv' && format !== 'auto')
    throw new UnusableArguments(`--map is for --format csv, not for ${format}`);
  return { format: 'csv', map: parseColumnMap(readText(map), map) };
};
