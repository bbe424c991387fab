type Groups = readonly (string | undefined)[];
/** A sentence of the engines in English, and the same in German. Names from the diary are places such as ⟨0⟩. */
export type Rule = readonly [RegExp, string | ((groups: Groups) => string)];

const subjectPattern = '([Yy]our skin|[Yy]our score for ⟨\\d+⟩|[Yy]our ⟨\\d+⟩)';
export const rule = (pattern: string, say: Rule[1]): Rule => [
  new RegExp(`^${pattern.replaceAll('SUBJECT', subjectPattern)}$`, 'u'),
  say,
];

export const subject = (english: string | undefined, form: 'nominative' | 'accusative'): string => {
  if (english === undefined || /skin$/u.test(english)) return 'deine Haut';
  const place = /⟨\d+⟩/u.exec(english)?.[0] ?? '';
  return `${form === 'nominative' ? 'dein' : 'deinen'} Wert ${place}`;
};
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const list = (english = ''): string =>
  english
    .replace(/(\d+) more/gu, '$1 weitere')
    .replace(/ or (?=\S+$)/u, ' oder ')
    .replace(/ and (?=.+$)/u, ' und ')
    .replaceAll(' or ', ' oder ');

export const number = (english = ''): string => english.replace('.', ',');
export const points = (english = ''): string =>
  `${number(english)} ${english === '1' ? 'Punkt' : 'Punkte'}`;
export const after = (english = ''): string => {
  const days = /after (\d+)/u.exec(english)?.[1];
  return days === undefined ? 'am selben Tag' : `nach ${days} ${days === '1' ? 'Tag' : 'Tagen'}`;
};
export const within = (english = ''): string => {
  const days = /within (\d+)/u.exec(english)?.[1];
  return days === undefined
    ? 'am selben Tag'
    : `innerhalb von ${days} ${days === '1' ? 'Tag' : 'Tagen'}`;
};
export const range = (english = ''): string =>
  english
    .replaceAll('the same day', 'derselbe Tag')
    .replace(' to ', ' bis ')
    .replace(/\bdays\b/u, 'Tage')
    .replace(/\bday\b/u, 'Tag');
export const times = (some = '', all = ''): string => `${some} von ${all} Mal`;
export const scale = (from: string | undefined, to: string | undefined): string =>
  from === undefined ? '' : ` auf einer Skala von ${from} bis ${to}`;
export const days = (count = ''): string => `${count} ${count === '1' ? 'Tag' : 'Tage'}`;
export const things = (english = ''): string => {
  const count = /\d+/u.exec(english)?.[0] ?? '';
  return count === '1' ? 'eine Sache' : `${count} Dinge`;
};
