import type { StartKey } from './words.ts';

export const de: Readonly<Record<StartKey, string>> = {
  'asked.title': 'Was jeden Tag gefragt wird',
  'asked.taps':
    '{count, plural, =0 {Noch nichts.} one {Einmal tippen am Tag.} other {#-mal tippen am Tag.}} Alles andere wartet hinter „mehr“.',
  'asked.change': 'Nach anderem fragen',
  'asked.hint':
    'Frag so wenig wie möglich: Was jeden Tag dasteht, sagt am meisten. Der Rest wartet hinter „mehr“.',
  'asked.usual': 'Wie für meine Haut vorgeschlagen',
  bring: 'Ich habe ein Tagebuch in einer anderen App',
  'bring.then': 'Erst ein paar Fragen, dann deine Datei.',
  backup: 'Ich habe eine verschlossene Sicherung',
};
