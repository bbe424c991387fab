import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UnusableArguments } from '../failure.ts';
import { cannotWrite } from '../output.ts';

/** A folder that appears whole or not at all. */
export interface OutputFolder {
  /** Where to write until it is done. */
  readonly path: string;
  /** Puts it in its place. */
  readonly keep: () => void;
  /** Takes it away again. */
  readonly discard: () => void;
}

/** Whether there is a folder already. Throws UnusableArguments where there is none and none can be made. */
const folderAt = (name: string, target: string): boolean => {
  try {
    const found = statSync(target, { throwIfNoEntry: false });
    if (found && !found.isDirectory())
      throw new UnusableArguments(`cannot write ${name}: it is a file, name a folder`);
    const parent = dirname(target);
    if (!statSync(parent, { throwIfNoEntry: false })?.isDirectory())
      throw new UnusableArguments(`cannot write ${name}: there is no folder ${dirname(name)}`);
    accessSync(parent, constants.W_OK);
    return found !== undefined;
  } catch (error) {
    throw cannotWrite(name, error);
  }
};

/** Checks the place before the long work starts. Throws UnusableArguments where it cannot be used. */
export const outputFolder = (name: string): OutputFolder => {
  if (name.trim() === '') throw new UnusableArguments('--out: name a folder');
  const target = resolve(name);
  const found = folderAt(name, target);
  const parent = dirname(target);
  const path = join(parent, `.${basename(target).slice(0, 200)}.${process.pid}.tmp`);
  try {
    if (found && readdirSync(target).length > 0)
      throw new UnusableArguments(`cannot write ${name}: the folder is not empty`);
    mkdirSync(path);
  } catch (error) {
    throw cannotWrite(name, error);
  }
  return {
    path,
    keep: () => {
      try {
        if (found) rmdirSync(target);
        renameSync(path, target);
      } catch (error) {
        throw cannotWrite(name, error);
      }
    },
    discard: () => rmSync(path, { recursive: true, force: true }),
  };
};
