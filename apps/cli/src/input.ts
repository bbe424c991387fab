import { createReadStream, readFileSync, statSync } from 'node:fs';
import { UnusableInput } from '@zonula/diary';

/** A file to read, or standard input for `-`. */
export interface Source {
  readonly name: string;
  /** Bytes; null where it cannot be known before reading. */
  readonly size: number | null;
  chunks(): AsyncIterable<Uint8Array>;
}

const why: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'this is a folder, a file is needed',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'the links go in a circle',
  ERR_INVALID_ARG_VALUE: 'this is not a file name',
};

/** What to throw for a failure to read: the reason where it is the file's, else the failure itself. */
export const cannotRead = (file: string, error: unknown): Error => {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  const reason = why[code] ?? (syscall === undefined ? undefined : `cannot be read (${code})`);
  return reason ? new UnusableInput(reason, { file }) : (error as Error);
};

async function* readChunks(name: string): AsyncIterable<Uint8Array> {
  const stream = name === '-' ? process.stdin : createReadStream(name, { highWaterMark: 1 << 18 });
  try {
    yield* stream;
  } catch (error) {
    throw cannotRead(name, error);
  }
}

const checkName = (file: string): void => {
  if (file === '') throw new UnusableInput('a file name is needed, this one is empty');
};

/** Checks that the file can be read; throws `UnusableInput` otherwise. */
export const sourceAt = (file: string): Source => {
  checkName(file);
  if (file === '-') return { name: 'standard input', size: null, chunks: () => readChunks('-') };
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw new UnusableInput('this is a folder, a file is needed', { file });
    return { name: file, size: stat.isFile() ? stat.size : null, chunks: () => readChunks(file) };
  } catch (error) {
    throw cannotRead(file, error);
  }
};

/** A small file; throws `UnusableInput` where it cannot be read. */
export const readBytes = (file: string): Uint8Array => {
  checkName(file);
  try {
    return readFileSync(file);
  } catch (error) {
    throw cannotRead(file, error);
  }
};

/** A small file as text. */
export const readText = (file: string): string => new TextDecoder().decode(readBytes(file));

/** All of a file, or of standard input for `-`, as text. */
export const readAll = async (file: string): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of sourceAt(file).chunks())
    text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
};
