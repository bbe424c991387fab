import {
  type Differences,
  differencesOf,
  noDays,
  type PersonMoments,
  type WithinBetween,
  withDay,
  withinBetween,
} from '@zonula/cohort';

export interface PanelColumns {
  readonly person: string;
  readonly outcome: string;
  /** All that begin with food_, foodcat_, tag_ or treat_ when empty. */
  readonly exposures: readonly string[];
}

/** One exposure of a panel: a person's days with it against their own days without, all days thrown together, and both at once. */
export interface PanelDifference {
  readonly exposure: string;
  readonly differences: Differences;
  readonly both: WithinBetween | null;
  readonly people: number;
}

/**
 * Adds up a panel line by line: a table with a row a day, a person column, an outcome column and one column of 0 and 1 for each exposure; cells without
 * quotes. Memory grows with people and columns, not with days. Throws RangeError with the line of what cannot be read.
 */
export const createPanel = (header: string, file: string, chosen: PanelColumns) => {
  const names = header.split(',');
  const columnOf = (name: string): number => {
    const at = names.indexOf(name);
    if (at < 0) throw new RangeError(`${file}:1: expected a column ${name}`);
    return at;
  };
  const [person, outcome] = [columnOf(chosen.person), columnOf(chosen.outcome)];
  const exposures =
    chosen.exposures.length > 0
      ? chosen.exposures
      : names.filter((name) => /^(?:food|foodcat|tag|treat)_/u.test(name));
  const columns = exposures.map((name) => ({
    name,
    at: columnOf(name),
    people: new Map<string, PersonMoments>(),
  }));
  let line = 1;
  const numberAt = (cells: readonly string[], at: number): number => {
    const text = (cells[at] ?? '').trim();
    const value = text === '' ? Number.NaN : Number(text);
    if (text !== '' && Number.isNaN(value))
      throw new RangeError(`${file}:${line}: expected a number in ${names[at]}, found ${text}`);
    return value;
  };
  return {
    add: (text: string): void => {
      line++;
      const cells = text.split(',');
      if (cells.length !== names.length)
        throw new RangeError(
          `${file}:${line}: expected ${names.length} cells, found ${cells.length}`,
        );
      const id = cells[person]!;
      const score = numberAt(cells, outcome);
      for (const { at, people } of columns)
        people.set(id, withDay(people.get(id) ?? noDays, numberAt(cells, at), score));
    },
    /** Of people with so many days of both kinds; exposures that nobody has often enough are left out. */
    differences: (fewestDays: number): PanelDifference[] =>
      columns.flatMap(({ name, people }) => {
        const everybody = [...people.values()];
        const differences = differencesOf(everybody, { fewestDays });
        return differences === null
          ? []
          : [
              {
                exposure: name,
                differences,
                both: withinBetween(everybody),
                people: everybody.length,
              },
            ];
      }),
  };
};
