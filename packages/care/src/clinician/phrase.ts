import { type Html, html } from '../report/html.ts';
import type { Wording } from '../wording/wording-of.ts';

/** A template in the reader's words, with markup in its places. */
export const phrase = (
  { say }: Pick<Wording, 'say'>,
  english: string,
  values: Readonly<Record<string, Html | string | number>>,
): Html =>
  html`${say(english)
    .split(/(\{\w+\})/u)
    .map((part) => {
      const key = /^\{(\w+)\}$/u.exec(part)?.[1];
      return key !== undefined && Object.hasOwn(values, key) ? values[key] : part;
    })}`;
