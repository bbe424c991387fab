const written = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/iu;

/** A finite number as people write it, with a point or a comma as decimal sign; null for others. */
export const parseNumber = (
  text: string,
): { readonly value: number; readonly decimalComma: boolean } | null => {
  const trimmed = text.trim().replace(/^\u2212/u, '-');
  if (trimmed.length > 400 || !written.test(trimmed)) return null;
  const value = Number(trimmed.replace(',', '.'));
  if (!Number.isFinite(value)) return null;
  return { value: value === 0 ? 0 : value, decimalComma: trimmed.includes(',') };
};
