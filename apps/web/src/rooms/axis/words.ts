import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { de } from './words.de.ts';

/** Words of this room; they come with it and not with the first page. ICU message format. */
export const en = {
  title: 'Play with the mechanism',
  lead: 'A model of an invented person. It says nothing about you.',
  condition: 'Whose skin',
  'condition.acne': 'Acne',
  'condition.eczema': 'Eczema',
  'condition.rosacea': 'Rosacea',
  'condition.psoriasis': 'Psoriasis',
  tone: 'Skin tone',
  'tone.light': 'light',
  'tone.medium': 'medium',
  'tone.brown': 'brown',
  'tone.dark': 'dark',
  play: 'Play',
  pause: 'Pause',
  again: 'From the start',
  day: 'Day {day}',
  'day.label': 'Go to a day',
  ended: 'The {days} days are over.',
  arrow: 'Let the gut move the skin',
  'arrow.off':
    'The gut arrow is zero. What happens in the gut stays there. Nobody has measured whether that is how it is.',
  'arrow.on':
    'The gut arrow is on. How strongly a gut moves a skin is our assumption, and it may be zero.',
  'part.lumen': 'inside of the gut',
  'part.mucus': 'mucus',
  'part.cells': 'cells that ride up',
  'part.mastCell': 'mast cell',
  'part.mCells': 'M cells over a Peyer’s patch',
  'part.blood': 'blood',
  gut: 'The gut wall, cut open',
  blood: 'In the blood',
  skin: 'The skin, cut open',
  'see.gut':
    'Small green dots are nutrients: they pass all the time. Large red ones should not: they pass where the seals between the cells stand open, where cells are missing, and by the M cells, which sample them on purpose.',
  levers: 'What happens to this person',
  'lever.meals': 'Meals with a food they react to',
  'lever.nsaid': 'Painkillers (NSAID)',
  'lever.stress': 'Stress',
  'lever.sleepLoss': 'Sleep lost',
  'lever.fibre': 'More fibre',
  'lever.antibiotic': 'An antibiotic',
  'lever.treatment': 'A prescribed cream',
  'amount.meals': '{amount, plural, =0 {none} other {# a day}}',
  'amount.nsaid': '{amount, plural, =0 {none} one {# dose} other {# doses}}',
  'amount.stress':
    '{amount, select, 0 {none} 1 {a speech in public, all day} other {{amount} speeches}}',
  'amount.sleepLoss': '{amount, plural, =0 {none} one {# hour a night} other {# hours a night}}',
  'amount.fibre': '{amount, plural, =0 {none} other {# g a day}}',
  'amount.antibiotic': '{amount, plural, =0 {no} other {yes}}',
  'amount.treatment':
    '{amount, select, 0 {none} 1 {full strength} other {{amount} of full strength}}',
  reset: 'All back to rest',
  course: 'How the skin goes',
  'course.see':
    'The line is how bad the skin is, from 0 to 100. The broken line is the same life with the gut arrow at zero. Short strokes are the days you moved something.',
  'course.here': 'with your arrow',
  'course.zero': 'gut arrow zero',
  'course.day': 'day',
  numbers: 'The same in words',
  'number.opening': 'Seals between the cells',
  'number.opening.is': '{times} times as open as at rest',
  'number.leak': 'Large molecules that pass',
  'number.leak.is': '{times} times as many as at rest',
  'number.mucus': 'Mucus',
  'number.cells': 'Cells on the villus',
  'number.bacteria': 'Helpful bacteria',
  'number.share': '{percent} % of rest',
  'number.mast': 'Mediator of mast cells',
  'number.mast.is': 'let go of {value}; 0 at rest',
  'number.blood': 'Bits of bacteria in the blood',
  'number.blood.is': '{times} times as many as at rest',
  'number.crp': 'CRP in the blood',
  'number.crp.is': '{value} mg/L',
  'number.skin': 'Skin',
  'number.skin.is': '{here} of 100; with the gut arrow at zero {zero} of 100',
  arrows: 'Every arrow of this model ({count})',
  'arrows.lead':
    'Measured: somebody saw it in people. Modelled: it is taken from a published model. Assumed: our guess.',
  'tag.measured': 'measured',
  'tag.modelled': 'modelled',
  'tag.assumed': 'assumed',
  source: 'Source: {source}',
  failed: 'This cannot be worked out: {message}',
} as const;

export type AxisKey = keyof typeof en;

const words: Readonly<Record<string, Readonly<Record<AxisKey, string>>>> = { en, de };

export type AxisText = (key: AxisKey, values?: Readonly<Record<string, string | number>>) => string;

/** Words of this room in the person's language, and its numbers. */
export const useAxisWords = (): {
  readonly text: AxisText;
  readonly number: (value: number, digits: number) => string;
  readonly language: string;
} => {
  const { i18n } = useLingui();
  const language = i18n.locale;
  return useMemo(() => {
    const messages = words[language] ?? en;
    return {
      text: (key, values) =>
        i18n._({ id: `axis.${key}`, message: messages[key], values: { ...values } }),
      number: (value, digits) =>
        i18n.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
      language,
    };
  }, [i18n, language]);
};
