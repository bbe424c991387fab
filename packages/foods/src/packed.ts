/**
 * Whole numbers as letters: two columns of equal digits pack better than decimal text, and are read faster. The
 * alphabet needs no escape in JSON.
 */
const base = 50;
const first = '#'.charCodeAt(0);

const letter = (digit: number): string => String.fromCharCode(first + digit);

/** One letter each. @param values 0 to 49 */
export const packDigits = (values: readonly number[]): string => {
  const wrong = values.find((value) => !(Number.isInteger(value) && value >= 0 && value < base));
  if (wrong !== undefined) throw new RangeError(`${wrong} is no digit`);
  return values.map(letter).join('');
};

export const unpackDigits = (text: string): Uint8Array => {
  const values = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const digit = text.charCodeAt(i) - first;
    if (!(digit >= 0 && digit < base)) throw new RangeError('the compiled food tables are damaged');
    values[i] = digit;
  }
  return values;
};

/** High digits, then the low ones. @param values 0 to 2499 */
export const packColumns = (values: readonly number[]): string =>
  packDigits(values.map((value) => Math.floor(value / base))) +
  packDigits(values.map((value) => value % base));

export const unpackColumns = (text: string): Uint16Array => {
  const digits = unpackDigits(text);
  const count = digits.length / 2;
  const values = new Uint16Array(count);
  for (let i = 0; i < count; i += 1) values[i] = base * digits[i]! + digits[count + i]!;
  return values;
};

/** Two letters each, side by side. @param values 0 to 2499 */
export const packPairs = (values: readonly number[]): string =>
  packDigits(values.flatMap((value) => [Math.floor(value / base), value % base]));

export const unpackPairs = (text: string): Uint16Array => {
  const digits = unpackDigits(text);
  const values = new Uint16Array(digits.length / 2);
  for (let i = 0; i < values.length; i += 1) values[i] = base * digits[2 * i]! + digits[2 * i + 1]!;
  return values;
};

/** Hundredths of a per cent to a smaller number: from ten per cent up the last digit is always 0. */
export const shortened = (hundredths: number): number =>
  hundredths < 1000 ? hundredths : 900 + hundredths / 10;

export const lengthened = (short: number): number => (short < 1000 ? short : 10 * (short - 900));

/** Sparse lines: the items of a place stand in its line, and nothing behind the last. */
export const packSparse = (items: ReadonlyMap<number, string>): string =>
  Array.from({ length: Math.max(-1, ...items.keys()) + 1 }, (_, i) => items.get(i) ?? '').join(
    '\n',
  );

/** Survey years to one digit; 0 for own foods. */
const century = 2000;
export const shortYear = (year: number): number => (year === 0 ? 0 : year - century);
export const longYear = (short: number): number => (short === 0 ? 0 : century + short);
