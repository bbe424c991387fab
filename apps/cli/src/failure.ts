import { UnusableInput } from '@zonula/diary';
import { CommanderError } from 'commander';

/** Arguments, files or places to write to that cannot be used: the person can mend it. */
export class UnusableArguments extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnusableArguments';
  }
}

/** What is printed on standard error, and the exit code. */
export interface Failure {
  readonly line: string | null;
  readonly exitCode: 0 | 1 | 2;
}

const longestLine = 500;

/** One line that is safe to show in a terminal, whatever the input held. */
export const oneLine = (text: string): string => {
  const visible = text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd')
    .trim();
  return visible.length > longestLine ? `${visible.slice(0, longestLine - 1)}…` : visible;
};

const placeOf = ({ file, line, column }: UnusableInput['place']): string =>
  [file, line, column]
    .filter((part) => part !== undefined)
    .map((part) => `${part}:`)
    .join('');

/** Turns whatever was thrown into one line and an exit code. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return { line: null, exitCode: 0 };
    return { line: oneLine(`zonula: ${error.message.replace(/^error: /, '')}`), exitCode: 2 };
  }
  if (error instanceof UnusableArguments)
    return { line: oneLine(`zonula: ${error.message}`), exitCode: 2 };
  if (error instanceof UnusableInput) {
    const place = placeOf(error.place);
    return { line: oneLine(`zonula: ${place ? `${place} ` : ''}${error.message}`), exitCode: 2 };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    line: oneLine(`zonula: a defect of Zonula: ${message} (--debug shows where)`),
    exitCode: 1,
  };
};
