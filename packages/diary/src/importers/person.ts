import { type ImportOptions, SeveralPeople } from '../importer.ts';
import { quoted, unusable } from '../place.ts';

const namedIds = 5;
/** People that are told apart before it is given up. */
const mostIds = 200;
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

  const examples = (): string => [...ids].slice(0, namedIds).map(quoted).join(', ');
  const several = (complete: boolean): SeveralPeople =>
    new SeveralPeople(
      unusable(
        { file },
        `expected --person ID, since this file holds several people, for example ${examples()}`,
      ),
      [...ids],
      complete,
    );

  return {
    wants(id: string): boolean {
      rows++;
      if (ids.size < mostIds) ids.add(id);
      if (person !== undefined) {
        const mine = id === person;
        if (mine) found = true;
        return mine;
      }
      if (ids.size > 1) {
        secondAt = Math.min(secondAt, rows);
        if (ids.size === mostIds || rows - secondAt > rowsToLookAhead) throw several(false);
        return false;
      }
      return true;
    },
    finish(): void {
      if (person === undefined) {
        if (ids.size > 1) throw several(true);
      } else if (!found) {
        const known = ids.size === 0 ? '' : `, for example ${examples()}`;
        throw unusable(
          { file },
          `expected the ID of a person in this file${known}; found ${quoted(person)}`,
        );
      }
    },
  };
};
