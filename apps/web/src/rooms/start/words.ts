import { roomWords } from '../../i18n/room-words.ts';
import { de } from './words.de.ts';

/** Words of what is asked each day, at the first run and later. ICU message format. */
export const en = {
  'asked.title': 'What is asked each day',
  'asked.taps':
    '{count, plural, =0 {Nothing yet.} one {One tap a day.} other {# taps a day.}} Everything else waits behind “more”.',
  'asked.change': 'Ask for other things',
  'asked.hint':
    'Ask for as little as you can: what is written down every day tells most. The rest waits behind “more”.',
  'asked.usual': 'As suggested for my skin',
  bring: 'I kept a diary in another app',
  'bring.then': 'First a few questions, then your file.',
  backup: 'I have a sealed backup',
} as const;

export type StartKey = keyof typeof en;

export const useStartWords = roomWords<StartKey>('start-room', en, de);
