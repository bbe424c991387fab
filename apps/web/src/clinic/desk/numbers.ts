/** How many digits the smaller unit of a currency has. */
const digitsOf = (currency: string): number => {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
};

/** An amount in the smallest unit as it is written into a field: `120.50`, by the language `120,50`. */
export const amountText = (amount: number, currency: string, language: string): string => {
  const digits = digitsOf(currency);
  const value = amount / 10 ** digits;
  const text = Number.isInteger(value) ? `${value}` : value.toFixed(digits);
  return language === 'de' ? text.replace('.', ',') : text;
};

/** What was written, with a point or a comma, in the smallest unit; null for what is no such amount. */
export const amountIn = (text: string, currency: string): number | null => {
  const digits = digitsOf(currency);
  const [, whole, part = ''] = /^\s*(\d{1,7})(?:[.,](\d*))?\s*$/u.exec(text) ?? [];
  if (whole === undefined || part.length > digits) return null;
  return Number(whole + part.padEnd(digits, '0'));
};

/** A whole number from `least` to `most`; null for anything else. */
export const wholeIn = (text: string, least: number, most: number): number | null => {
  if (!/^\s*\d{1,7}\s*$/u.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
};
