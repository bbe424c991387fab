// Bytes to text without Node: decoding is strict, so that a wrong encoding is a named place and
// never a silently damaged name.
import { unusable } from './place.ts';

export type Chunks = AsyncIterable<Uint8Array>;

export interface TextOptions {
  /** File name for messages only. */
  readonly file: string;
  /** Bytes read so far, after every chunk. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
  /** Called once when the text begins with a byte order mark (which is removed). */
  readonly onBom?: (() => void) | undefined;
}

export interface LineOptions extends TextOptions {
  /** Longest line, in UTF-16 units; default 1,000,000. A longer one is `UnusableInput`. */
  readonly maxLine?: number;
}

const pieceBytes = 1 << 18;
const headBytes = 1 << 16;

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['a ZIP archive (or an Excel workbook); unpack it, or save the sheet as CSV', [80, 75, 3, 4]],
  ['a gzip archive; unpack it first', [31, 139]],
  ['a PDF', [37, 80, 68, 70, 45]],
  ['an SQLite database', [83, 81, 76, 105, 116, 101, 32, 102, 111, 114, 109, 97, 116, 32, 51]],
  ['an old Excel workbook; save the sheet as CSV', [208, 207, 17, 224]],
  ['UTF-16 text; save it as UTF-8', [255, 254]],
  ['UTF-16 text; save it as UTF-8', [254, 255]],
];

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  bytes.length >= signature.length && signature.every((byte, index) => bytes[index] === byte);

const concat = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  if (left.length === 0) return right;
  const joined = new Uint8Array(left.length + right.length);
  joined.set(left);
  joined.set(right, left.length);
  return joined;
};

/** Number of bytes at the end that begin a UTF-8 character without finishing it (0 to 3). */
const unfinished = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
};

const decodes = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** Longest prefix that is valid UTF-8 (found by bisection; only used once decoding failed). */
const validPrefix = (bytes: Uint8Array): Uint8Array => {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return bytes.subarray(0, good);
};

/** Follows line and column through pieces of text: LF, CR and CRLF each end a line. */
const createCursor = () => {
  let line = 1;
  let column = 1;
  let afterReturn = false;
  return {
    advance(text: string): void {
      const ends = /\r\n|\r|\n/gu;
      let from = 0;
      if (afterReturn && text.startsWith('\n')) from = 1;
      ends.lastIndex = from;
      let start = from;
      for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
        line++;
        column = 1;
        start = ends.lastIndex;
      }
      column += text.length - start;
      if (text !== '') afterReturn = text.endsWith('\r');
    },
    place: () => ({ line, column }),
  };
};

/**
 * Strict UTF-8 text in pieces of at most 256 KiB, without its byte order mark.
 * `UnusableInput` (with line and character column) on bytes that are not UTF-8, on NUL characters
 * and on well-known binary formats.
 */
export async function* textOf(chunks: Chunks, options: TextOptions): AsyncGenerator<string> {
  const { file } = options;
  const cursor = createCursor();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest: Uint8Array = new Uint8Array(0);
  let started = false;
  let bytesRead = 0;

  const decode = (bytes: Uint8Array): string => {
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
      cursor.advance(lenient.decode(validPrefix(bytes), { stream: true }));
      throw unusable({ file, ...cursor.place() }, 'expected UTF-8 text; save the file as UTF-8');
    }
    const nul = text.indexOf('\0');
    if (nul >= 0) {
      cursor.advance(text.slice(0, nul));
      throw unusable({ file, ...cursor.place() }, 'expected text, found binary data');
    }
    return text;
  };

  const begin = (bytes: Uint8Array): Uint8Array => {
    started = true;
    const known = signatures.find(([, signature]) => startsWith(bytes, signature));
    if (known !== undefined) {
      throw unusable({ file, line: 1, column: 1 }, `expected text, found ${known[0]}`);
    }
    if (!startsWith(bytes, [0xef, 0xbb, 0xbf])) return bytes;
    options.onBom?.();
    return bytes.subarray(3);
  };

  const release = (bytes: Uint8Array): string => {
    const text = decode(bytes);
    cursor.advance(text);
    return text;
  };

  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += pieceBytes) {
      rest = concat(rest, chunk.subarray(from, from + pieceBytes));
      if (!started) {
        if (rest.length < 16) continue;
        rest = begin(rest);
      }
      const keep = unfinished(rest);
      const whole = rest.subarray(0, rest.length - keep);
      rest = rest.slice(rest.length - keep);
      if (whole.length > 0) yield release(whole);
    }
    bytesRead += chunk.length;
    options.onProgress?.(bytesRead);
  }
  if (!started) rest = begin(rest);
  if (rest.length > 0) yield release(rest);
}

/** Lines without their ends (LF, CR or CRLF), counted from 1; a final empty line is not given. */
export async function* linesOf(
  chunks: Chunks,
  options: LineOptions,
): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  const { file, maxLine = 1_000_000 } = options;
  let line = 1;
  let pending = '';
  let skipFeed = false;
  const tooLong = () =>
    unusable({ file, line }, `expected a line of at most ${maxLine} characters`);

  for await (const piece of textOf(chunks, options)) {
    let from: number = skipFeed && piece.startsWith('\n') ? 1 : 0;
    skipFeed = false;
    const ends = /\r\n|\r|\n/gu;
    ends.lastIndex = from;
    for (let end = ends.exec(piece); end !== null; end = ends.exec(piece)) {
      const text = pending + piece.slice(from, end.index);
      if (text.length > maxLine) throw tooLong();
      yield { line, text };
      pending = '';
      line++;
      from = ends.lastIndex;
      skipFeed = end[0] === '\r' && from === piece.length;
    }
    pending += piece.slice(from);
    if (pending.length > maxLine) throw tooLong();
  }
  if (pending !== '') yield { line, text: pending };
}

/**
 * The first 64 KiB as text (damaged characters replaced, byte order mark removed), for detection,
 * and the same stream from its beginning. The stream given in must not be read by anybody else.
 */
export const peek = async (
  chunks: Chunks,
): Promise<{ readonly head: string; readonly chunks: Chunks }> => {
  const iterator = chunks[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let size = 0;
  while (size < headBytes) {
    const next = await iterator.next();
    if (next.done === true) break;
    read.push(next.value);
    size += next.value.length;
  }
  const head = new Uint8Array(Math.min(size, headBytes));
  let at = 0;
  for (const chunk of read) {
    const part = chunk.subarray(0, head.length - at);
    head.set(part, at);
    at += part.length;
  }

  async function* again(): AsyncGenerator<Uint8Array> {
    try {
      yield* read;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return {
    head: new TextDecoder().decode(head.subarray(0, head.length - unfinished(head))),
    chunks: again(),
  };
};

/** A whole text or byte array as a stream of chunks of `size` bytes. */
export async function* chunksOf(
  content: string | Uint8Array,
  size = headBytes,
): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
