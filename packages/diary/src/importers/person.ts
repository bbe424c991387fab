import type { ImportOptions } from '../importer.ts';
import { quoted, unusable } from '../place.ts';

const namedIds = 5;
const rowsToLookAhead = 200_000;

/**
 * Picks the rows of one person from a file of many. `wants(id)` is asked for every row; without
 * `--person` the first person's rows are taken until a second person appears.
 */
export const createPersonFilter = ({ file, person }: ImportOptions) => {
  const ids = new Set<string>();
  let rows = 0;
  let secondAt = Number.POSITIVE_INFINITY;
  let found = false;

  const several = () =>
    unusable(
      { file },
      `expected --person ID, since this file holds several people, for example ${[...ids].map(quoted).join(', ')}`,
    );

  return {
    wants(id: string): boolean {
      rows++;
      if (ids.size < namedIds) ids.add(id);
      if (person !== undefined) {
        const mine = id === person;
        if (mine) found = true;
        return mine;
      }
      if (ids.size > 1) {
        secondAt = Math.min(secondAt, rows);
        if (ids.size === namedIds || rows - secondAt > rowsToLookAhead) throw several();
        return false;
      }
      return true;
    },
    finish(): void {
      if (person === undefined) {
        if (ids.size > 1) throw several();
      } else if (!found) {
        const known = ids.size === 0 ? '' : `, for example ${[...ids].map(quoted).join(', ')}`;
        throw unusable(
          { file },
          `expected the ID of a person in this file${known}; found ${quoted(person)}`,
        );
      }
    },
  };
};
