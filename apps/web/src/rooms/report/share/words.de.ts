import type { Words } from '../../../i18n/room-words.ts';
import type { ShareKey } from './words.ts';

export const de: Words<ShareKey> = {
  title: 'Mit der Praxis teilen',
  why: 'Die Seite wird auf diesem Gerät versiegelt, so dass nur die Praxis sie öffnen kann. Dafür braucht es ein Konto. Dein Tagebuch braucht keines und bleibt hier.',
  nobody:
    'Hier gibt es noch niemanden, mit dem du teilen kannst. Dafür muss jemand aus der Praxis erst einen Schlüssel machen.',
  who: 'Mit wem?',
  letters: 'Buchstaben des Schlüssels von {name}',
  'letters.says':
    'Vergleich sie mit der Karte der Praxis, oder frag am Telefon. Vergleichst du nicht, verlässt du dich auf diesen Server, dass der Schlüssel echt ist.',
  'letters.same': 'Ich habe sie verglichen, sie sind gleich',
  'letters.changed':
    'Diese Buchstaben sind andere als beim letzten Mal. {name} hat vielleicht ein neues Gerät, oder jemand will mitlesen. Vergleich sie, bevor du teilst.',
  what: 'Was?',
  'what.report': 'Diese Seite, wie sie jetzt ist',
  'what.live': 'Ein laufender Einblick',
  'what.live.says':
    'Dieselbe Auswahl, auf diesem Gerät aufgefrischt, wenn du Zonula öffnest, höchstens einmal in der Stunde. Ihre Tage enden immer heute. Fotos sind nicht dabei.',
  'how-long': 'Wie lange?',
  'long.7': '1 Woche',
  'long.28': '4 Wochen',
  'long.91': '3 Monate',
  'long.365': '1 Jahr',
  learns:
    'Der Server erfährt, dass dein Konto etwas mit {name} teilt, bis wann, wie groß es ungefähr ist und wann es angesehen wird. Lesen kann er es nicht. {name} kann sich merken oder kopieren, was zu sehen ist. Du kannst es jederzeit beenden.',
  share: 'Bis {day} teilen',
  sharing: 'Versiegelt …',
  shared: 'Mit {name} geteilt bis {day}.',
  waiting: 'Die Seite wird noch gemacht.',
  'too-large': 'Diese Seite ist zu groß zum Teilen. Lass ein paar Fotos weg.',
  'key-retired':
    '{name} hat inzwischen einen neuen Schlüssel. Sieh dir seine Buchstaben an und teile dann noch einmal.',
  account: 'Dein Konto, und wer es angesehen hat',
  refreshed: 'Der Einblick ist auf dem neuesten Stand.',
};
