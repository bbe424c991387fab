import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UnusableArguments } from './failure.ts';

/** A checked place for one output file. */
export interface Destination {
  /** As the person named it. */
  readonly name: string;
  /** There is a file already. */
  readonly exists: boolean;
  /** Writes all or nothing: a reader never sees half a file. */
  write(content: string | Uint8Array): void;
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

const why: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'the folder does not exist',
  EISDIR: 'it is a folder, name a file',
  ENOTEMPTY: 'the folder is not empty',
  EFBIG: 'the file would be too large',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'the links go in a circle',
};

/** What to throw for a failure to write: the reason where it is the place's, else the failure itself. */
export const cannotWrite = (name: string, error: unknown): Error => {
  const fromSystem = (error as NodeJS.ErrnoException).syscall !== undefined;
  const reason = why[codeOf(error) ?? ''] ?? (fromSystem ? codeOf(error) : undefined);
  return reason ? new UnusableArguments(`cannot write ${name}: ${reason}`) : (error as Error);
};

const replaceFile = (file: string, content: string | Uint8Array, mode: number | undefined) => {
  const temporary = join(dirname(file), `.${basename(file).slice(0, 200)}.${process.pid}.tmp`);
  try {
    const handle = openSync(temporary, 'wx', mode ?? 0o666);
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
};

/**
 * Checks a place to write to before the long work starts. `inputs` are files that must survive.
 * Throws `UnusableArguments` for folders, missing folders, missing permission and for the input
 * itself.
 */
export const destinationAt = (name: string, inputs: readonly string[] = []): Destination => {
  if (name === '' || name === '-')
    throw new UnusableArguments(`cannot write ${JSON.stringify(name)}: name a file`);
  try {
    const found = statSync(name, { throwIfNoEntry: false });
    if (found?.isDirectory())
      throw new UnusableArguments(`cannot write ${name}: it is a folder, name a file`);
    if (found && !found.isFile())
      return { name, exists: false, write: (text) => writeDirectly(name, text) };

    const file = found ? realpathSync(name) : name;
    accessSync(dirname(file), constants.W_OK);
    if (found) accessSync(file, constants.W_OK);
    if (inputs.some((input) => isSameFile(input, file)))
      throw new UnusableArguments(`cannot write ${name}: it is the file that is read`);
    const mode = found ? found.mode & 0o777 : undefined;
    return {
      name,
      exists: found !== undefined,
      write: (text) => {
        try {
          replaceFile(file, text, mode);
        } catch (error) {
          throw cannotWrite(name, error);
        }
      },
    };
  } catch (error) {
    throw cannotWrite(name, error);
  }
};

const writeDirectly = (name: string, text: string | Uint8Array) => {
  try {
    writeFileSync(name, text);
  } catch (error) {
    if (codeOf(error) !== 'EPIPE') throw cannotWrite(name, error);
  }
};

const isSameFile = (a: string, b: string): boolean => {
  const first = statSync(a, { throwIfNoEntry: false });
  const second = statSync(b, { throwIfNoEntry: false });
  return !!first && !!second && first.ino === second.ino && first.dev === second.dev;
};

/** Writes to standard output; a reader that went away is no failure. */
export const print = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error && codeOf(error) !== 'EPIPE') reject(cannotWrite('standard output', error));
      else resolve();
    });
  });

/** One JSON document, the only thing on standard output. */
export const printJson = (document: unknown): Promise<void> =>
  print(`${JSON.stringify(document, null, 2)}\n`);

/** A note for the person; never part of the result. */
export const note = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Whether a person reads standard output and wants colour (https://no-color.org). */
export const showsColor = (): boolean =>
  process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
