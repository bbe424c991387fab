import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UnusableArguments } from '../failure.ts';

/** A folder that appears whole or not at all. */
export interface OutputFolder {
  /** Where to write until it is done. */
  readonly path: string;
  /** Puts it in its place. */
  readonly keep: () => void;
  /** Takes it away again. */
  readonly discard: () => void;
}

/** Checks the place before the long work starts. Throws UnusableArguments where it cannot be used. */
export const outputFolder = (name: string): OutputFolder => {
  if (name.trim() === '') throw new UnusableArguments('--out: name a folder');
  const target = resolve(name);
  const found = statSync(target, { throwIfNoEntry: false });
  if (found && !found.isDirectory())
    throw new UnusableArguments(`cannot write ${name}: it is a file, name a folder`);
  if (found && readdirSync(target).length > 0)
    throw new UnusableArguments(`cannot write ${name}: the folder is not empty`);
  const parent = dirname(target);
  if (!statSync(parent, { throwIfNoEntry: false })?.isDirectory())
    throw new UnusableArguments(`cannot write ${name}: there is no folder ${dirname(name)}`);
  try {
    accessSync(parent, constants.W_OK);
  } catch {
    throw new UnusableArguments(`cannot write ${name}: no permission`);
  }
  const path = join(parent, `.${basename(target)}.${process.pid}.tmp`);
  mkdirSync(path);
  return {
    path,
    keep: () => {
      if (found) rmSync(target, { recursive: true });
      renameSync(path, target);
    },
    discard: () => rmSync(path, { recursive: true, force: true }),
  };
};
