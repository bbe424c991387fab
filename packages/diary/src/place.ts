import { UnusableInput } from './importer.ts';

/** At most 40 characters of foreign text, on one line and quoted, for a message. */
export const quoted = (text: string): string => {
  const characters = [...text.slice(0, 81)];
  const short = characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : text;
  return JSON.stringify(short).replace(
    /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.codePointAt(0)?.toString(16).padStart(4, '0')}`,
  );
};

const plain = (text: string): string => {
  const inner = quoted(text).slice(1, -1);
  return inner === '' ? 'the input' : inner.replace(/\\(["\\])/gu, '$1');
};

/** Where a message points. `column` counts cells in tables and characters in running text. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** The header of the column, when there is one. */
  readonly columnName?: string;
}

/** `diary.csv, line 5, column 4 (value)`: foreign text in it is kept short and on one line. */
export const placeName = ({ file, line, column, columnName }: Place): string => {
  const parts = [plain(file)];
  if (line !== undefined) parts.push(`line ${line}`);
  if (column !== undefined) {
    parts.push(
      columnName === undefined ? `column ${column}` : `column ${column} (${plain(columnName)})`,
    );
  }
  return parts.join(', ');
};

/** An error whose message names the place and says what was expected, on one line. */
export const unusable = (place: Place, expectation: string): UnusableInput => {
  const { file, line, column } = place;
  return new UnusableInput(`${placeName(place)}: ${expectation}`, {
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  });
};
