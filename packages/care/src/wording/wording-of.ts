import { day } from '../numbers.ts';

type Values = Readonly<Record<string, string | number>>;

/** How fixed words are said. The English template is the key: another language looks its own words up by it. */
export interface Wording {
  /** BCP 47. */
  readonly language: string;
  /** The words with `{name}` filled in; a name without a value stays as it is. */
  readonly say: (english: string, values?: Values) => string;
  /** `2024-01-18` as people write it. */
  readonly day: (iso: string) => string;
  /** A figure with a decimal point as people write it. */
  readonly figure: (text: string) => string;
}

export const fill = (template: string, values: Values = {}): string =>
  template.replace(/\{(\w+)\}/gu, (whole, name: string) =>
    Object.hasOwn(values, name) ? `${values[name]}` : whole,
  );

export const english: Wording = { language: 'en', say: fill, day, figure: (text) => text };
