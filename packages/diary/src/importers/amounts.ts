/** `58.00 g`, `2 x 2.0 pill`, `x 2`, `1.00 full recipe`: how much, and of what ('' for servings). */
export interface Amount {
  readonly value: number;
  readonly unit: string;
}

const number = String.raw`\d+(?:[.,]\d+)?`;
const times = new RegExp(String.raw`^(?:(${number})\s*[x×]\s*)?(${number})\s*(.*)$`, 'isu');
const servings = /^(?:x|×|servings?|portions?|each|items?)$/iu;

const read = (text: string): number => Number(text.replace(',', '.'));

/** Null when the text does not begin with a number. */
export const amountOf = (text: string): Amount | null => {
  const match = times.exec(text.trim().replace(/^[x×]\s*/iu, ''));
  if (match === null) return null;
  const value = read(match[2]!) * (match[1] === undefined ? 1 : read(match[1]));
  const unit = match[3]!.trim();
  return Number.isFinite(value) ? { value, unit: servings.test(unit) ? '' : unit } : null;
};
