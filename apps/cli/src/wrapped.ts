import { oneLine } from './failure.ts';

const columns = 78;

/** A text as lines that fit a terminal, each with the same indent; safe to print whatever it holds. */
export const wrapped = (text: string, indent: string): readonly string[] => {
  const lines: string[] = [];
  let line = indent;
  for (const word of oneLine(text).split(' ')) {
    const longer = line === indent ? `${line}${word}` : `${line} ${word}`;
    if ([...longer].length > columns && line !== indent) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = longer;
  }
  return [...lines, line];
};
