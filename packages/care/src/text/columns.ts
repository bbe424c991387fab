/** Characters that a terminal draws two columns wide. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const none = /^[\p{M}\p{Cf}]$/u;

const columnsOf = (character: string): number =>
  none.test(character) ? 0 : wide.test(character) ? 2 : 1;

/** How many columns a text takes in a terminal. */
export const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + columnsOf(character), 0);

/** Cuts a text to at most `columns` columns, with an ellipsis where something is lost. */
export const fit = (text: string, columns: number): string => {
  if (width(text) <= columns) return text;
  let [kept, used] = ['', 0];
  for (const character of text) {
    if (used + columnsOf(character) > columns - 1) break;
    kept += character;
    used += columnsOf(character);
  }
  return `${kept.trimEnd()}…`;
};

export const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - width(text)));

/** Breaks a paragraph into lines of at most `columns` columns, each with `indent` spaces before it. */
export const wrapped = (text: string, columns: number, indent = 0): readonly string[] => {
  const room = columns - indent;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    if (line !== '' && width(line) + 1 + width(rest) <= room) {
      line += ` ${rest}`;
      continue;
    }
    if (line !== '') lines.push(line);
    while (width(rest) > room) {
      let piece = '';
      for (const character of rest) {
        if (width(piece) + columnsOf(character) > room) break;
        piece += character;
      }
      lines.push(piece);
      rest = rest.slice(piece.length);
    }
    line = rest;
  }
  lines.push(line);
  return lines.map((text) => ' '.repeat(indent) + text);
};
