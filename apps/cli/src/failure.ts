import { placeName, UnusableInput } from '@zonula/diary';
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

/** `FILE:LINE:COLUMN: ` as editors and terminals know it, instead of the place in words. */
export const placedMessage = ({
  message,
  place: { file, line, column },
}: UnusableInput): string => {
  if (file === undefined) return message;
  const inWords = placeName({
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  });
  const expectation = message.startsWith(inWords)
    ? message.slice(inWords.length).replace(/^(?: \(.*?\))?: /u, '')
    : message;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${place}: ${expectation}`;
};

/** Turns whatever was thrown into one line and an exit code. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return { line: null, exitCode: 0 };
    if (error.code === 'commander.help')
      return { line: 'zonula: the name of a command is missing; --help lists them', exitCode: 2 };
    return { line: oneLine(`zonula: ${error.message.replace(/^error: /, '')}`), exitCode: 2 };
  }
  if (error instanceof UnusableArguments)
    return { line: oneLine(`zonula: ${error.message}`), exitCode: 2 };
  if (error instanceof UnusableInput)
    return { line: oneLine(`zonula: ${placedMessage(error)}`), exitCode: 2 };
  const message = error instanceof Error ? error.message : String(error);
  return {
    line: oneLine(`zonula: a defect of Zonula: ${message} (--debug shows where)`),
    exitCode: 1,
  };
};
