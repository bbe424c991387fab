// Rows of comma-separated text (RFC 4180) from a stream, with line numbers and limits.
//
// An own tokenizer, because the kept libraries miss one thing each: csv-parse needs Node's Buffer
// and streams (or polyfills of both), papaparse gives no line numbers, reads again from the last
// row start at every chunk and knows no limit to the length of a cell.
//
// Beyond RFC 4180: LF, CR and CRLF end a row; blanks around a quoted cell are ignored; a quotation
// mark inside an unquoted cell is an ordinary character; empty lines are skipped.
import { type Delimiter, sniffDelimiter } from './delimiter.ts';
import { unusable } from './place.ts';
import { type Chunks, type TextOptions, textOf } from './source.ts';

export { type Delimiter, sniffDelimiter } from './delimiter.ts';

export interface Row {
  /** 1-based line on which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What was accepted although plain RFC 4180 in UTF-8 would not have it. */
export type Oddity = 'bom' | 'crlf' | 'semicolon' | 'tab';

export interface RowOptions extends TextOptions {
  /** Default `auto`: the separator that splits the first lines into most cells. */
  readonly delimiter?: Delimiter | 'auto';
  /** Default false: a row with another number of cells than the first row is `UnusableInput`. */
  readonly raggedAllowed?: boolean;
  /** Longest cell in UTF-16 units; default 1,000,000. */
  readonly maxCell?: number;
  /** Longest row in UTF-16 units, separators not counted; default 4,000,000. */
  readonly maxRow?: number;
  /** Most cells in a row; default 100,000. */
  readonly maxCells?: number;
  /** Lines that begin with `#` (or are a quoted cell that does) before the first row go here. */
  readonly onComment?: (text: string, line: number) => void;
  /** Each oddity is told once. */
  readonly onOddity?: (oddity: Oddity) => void;
}

const sniffChars = 1 << 16;
const QUOTE = 34;
const HASH = 35;
const FEED = 10;
const RETURN = 13;
const SPACE = 32;

type State = 'start' | 'blank' | 'plain' | 'quoted' | 'closing' | 'closed' | 'comment';

const createSplitter = (delimiter: Delimiter, options: RowOptions) => {
  const { file, maxCell = 1_000_000, maxRow = 4_000_000, maxCells = 100_000 } = options;
  const separator = delimiter.charCodeAt(0);
  let state: State = 'start';
  let line = 1;
  let rowLine = 1;
  let quoteLine = 1;
  let cell = '';
  let cells: string[] = [];
  let rowLength = 0;
  let wasQuoted = false;
  let skipFeed = false;
  let sawReturnFeed = false;
  let width = -1;
  let rows: Row[] = [];

  const append = (text: string): void => {
    cell += text;
    rowLength += text.length;
    if (cell.length > maxCell) {
      const hint = state === 'quoted' ? `; a quotation mark opened on line ${quoteLine}` : '';
      throw unusable(
        { file, line: rowLine, column: cells.length + 1 },
        `expected a cell of at most ${maxCell} characters${hint}`,
      );
    }
    if (rowLength > maxRow) {
      throw unusable(
        { file, line: rowLine, column: cells.length + 1 },
        `expected a line of at most ${maxRow} characters`,
      );
    }
  };
  const endCell = (): void => {
    cells.push(cell);
    cell = '';
    state = 'start';
    if (cells.length > maxCells) {
      throw unusable(
        { file, line: rowLine, column: cells.length },
        `expected at most ${maxCells} cells in a line`,
      );
    }
  };
  const endRow = (): void => {
    if (cells.length === 0 && !wasQuoted && cell.trim() === '') {
      cell = '';
      state = 'start';
    } else {
      endCell();
      if (width < 0 && options.onComment !== undefined && cells[0]?.startsWith('#') === true) {
        options.onComment(cells.join(delimiter).replace(/[\s,;]+$/u, ''), rowLine);
        cells = [];
        rowLength = 0;
        wasQuoted = false;
        return;
      }
      if (width < 0) width = cells.length;
      if (cells.length !== width && options.raggedAllowed !== true) {
        throw unusable(
          { file, line: rowLine, column: Math.min(width, cells.length) + 1 },
          `expected ${width} cells as in the first row, found ${cells.length}`,
        );
      }
      rows.push({ line: rowLine, cells });
      cells = [];
    }
    rowLength = 0;
    wasQuoted = false;
  };
  const endComment = (): void => {
    options.onComment?.(cell, line);
    cell = '';
    rowLength = 0;
    state = 'start';
  };
  const endLine = (code: number): void => {
    if (state === 'comment') endComment();
    else endRow();
    line++;
    rowLine = line;
    skipFeed = code === RETURN;
  };

  const feed = (text: string): readonly Row[] => {
    rows = [];
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (skipFeed) {
        skipFeed = false;
        if (code === FEED) {
          if (!sawReturnFeed) options.onOddity?.('crlf');
          sawReturnFeed = true;
          at++;
          continue;
        }
      }
      if (state === 'quoted') {
        const close = text.indexOf('"', at);
        const end = close < 0 ? text.length : close;
        const part = text.slice(at, end);
        for (let f = part.indexOf('\n'); f >= 0; f = part.indexOf('\n', f + 1)) line++;
        append(part);
        at = end + 1;
        if (close >= 0) state = 'closing';
        continue;
      }
      if (state === 'closing' && code === QUOTE) {
        append('"');
        state = 'quoted';
        at++;
        continue;
      }
      if (code === FEED || code === RETURN) {
        endLine(code);
        at++;
        continue;
      }
      if (state === 'comment') {
        let end = at + 1;
        while (end < text.length && text.charCodeAt(end) !== FEED) {
          if (text.charCodeAt(end) === RETURN) break;
          end++;
        }
        append(text.slice(at, end));
        at = end;
        continue;
      }
      if (code === separator) {
        endCell();
        at++;
        continue;
      }
      if (state === 'closing' || state === 'closed') {
        if (code !== SPACE && code !== 9) {
          throw unusable(
            { file, line, column: cells.length + 1 },
            'expected a separator or the end of the line after a closing quotation mark',
          );
        }
        state = 'closed';
        at++;
        continue;
      }
      if (state !== 'plain') {
        const first = state === 'start' && cells.length === 0 && width < 0;
        if (first && code === HASH && options.onComment !== undefined) {
          state = 'comment';
          continue;
        }
        if (code === QUOTE) {
          cell = '';
          state = 'quoted';
          wasQuoted = true;
          quoteLine = line;
          at++;
          continue;
        }
        state = code === SPACE || code === 9 ? 'blank' : 'plain';
      }
      let end = at + 1;
      if (state === 'plain') {
        for (; end < text.length; end++) {
          const next = text.charCodeAt(end);
          if (next === separator || next === FEED || next === RETURN) break;
        }
      }
      append(text.slice(at, end));
      at = end;
    }
    return rows;
  };

  const finish = (): readonly Row[] => {
    rows = [];
    if (state === 'quoted') {
      throw unusable(
        { file, line: quoteLine, column: cells.length + 1 },
        'expected a closing quotation mark before the end of the file',
      );
    }
    if (state === 'comment') endComment();
    else if (state !== 'start' || cells.length > 0) endRow();
    return rows;
  };
  return { feed, finish };
};

/**
 * Rows of a table, in order, without keeping what was read.
 * `UnusableInput` names the line on broken quoting, ragged rows, over-long cells and rows, and on
 * what `textOf` refuses (not UTF-8, binary).
 */
export async function* readRows(chunks: Chunks, options: RowOptions): AsyncGenerator<Row> {
  const { delimiter = 'auto', onOddity } = options;
  const text = textOf(chunks, { ...options, onBom: () => onOddity?.('bom') });
  let head = '';
  let splitter: ReturnType<typeof createSplitter> | undefined;
  const start = (): ReturnType<typeof createSplitter> => {
    const chosen = delimiter === 'auto' ? sniffDelimiter(head) : delimiter;
    if (chosen === ';') onOddity?.('semicolon');
    if (chosen === '\t') onOddity?.('tab');
    return createSplitter(chosen, options);
  };
  for await (const piece of text) {
    if (splitter === undefined) {
      head += piece;
      if (delimiter === 'auto' && head.length < sniffChars) continue;
      splitter = start();
      yield* splitter.feed(head);
      head = '';
    } else {
      yield* splitter.feed(piece);
    }
  }
  if (splitter === undefined) {
    splitter = start();
    yield* splitter.feed(head);
  }
  yield* splitter.finish();
}
