import type { Words } from '../../i18n/room-words.ts';
import type { SharedKey } from './words.ts';

export const de: Words<SharedKey> = {
  lead: 'Was jemand mit dir teilt, ist für deinen Schlüssel versiegelt. Es öffnet sich nur auf diesem Gerät. Die Person sieht jedes Mal, dass du geschaut hast.',
  'key.title': 'Dein Schlüssel',
  'key.none':
    'Mit dir kann geteilt werden, sobald du einen Schlüssel hast. Er entsteht auf diesem Gerät und verlässt es nie.',
  'key.make': 'Meinen Schlüssel machen',
  'key.here': 'Versiegelt wird für einen Schlüssel dieses Geräts.',
  'key.elsewhere':
    'Versiegelt wird für einen Schlüssel auf einem anderen Gerät oder Browser von dir. Was dafür versiegelt wurde, öffnet sich nur dort.',
  'key.anew': 'Einen neuen Schlüssel auf diesem Gerät machen',
  'key.anew.says':
    'Dann wird für dieses Gerät versiegelt. Was mit dem anderen geteilt ist, bleibt dort und muss neu geteilt werden, um sich hier zu öffnen.',
  'key.anew.now': 'Ja, neuen Schlüssel machen',
  'key.letters': 'Die Buchstaben deines Schlüssels',
  'key.letters.says':
    'Setz sie auf deine Karte und lies sie am Telefon vor, damit man vergleichen kann. Sie zeigen, dass niemand einen eigenen Schlüssel dazwischengeschoben hat.',
  'key.lost':
    'Wer diesen Browser leert, verliert den Schlüssel. Niemand kann ihn zurückbringen; was geteilt war, muss neu geteilt werden.',
  'key.made': 'Du hast einen Schlüssel. Jetzt kann mit dir geteilt werden.',
  keep: 'Nein, so lassen',
  list: 'Jetzt offen',
  none: 'Gerade ist nichts mit dir geteilt.',
  report: 'Eine Seite',
  live: 'Ein laufender Einblick',
  since: 'geteilt {when}',
  updated: 'Stand {when}',
  until: 'bis {when}',
  open: 'Öffnen',
  opening: 'Öffnet …',
  'open.name': 'Öffnen: {what}, geteilt {when}',
  'open.noted': 'Die Person sieht, dass du geschaut hast.',
  'other-key': 'für einen Schlüssel versiegelt, der nicht auf diesem Gerät ist',
  more: 'Frühere zeigen',
  back: 'Zurück zur Liste',
  page: 'Die geteilte Seite',
  'sealed-by': 'Buchstaben des Schlüssels, der es versiegelt hat',
  'sealed-by.says':
    'Die Person sieht dieselben Buchstaben in ihrem Konto. Verglichen zeigen sie, dass es von dieser Person kommt.',
  print: 'Drucken',
  strange: 'Darin ist etwas, das eine Seite von Zonula nicht hat. Sie wird nicht gezeigt.',
  unreadable:
    'Dieses Gerät kann es nicht öffnen. Es wurde für einen anderen Schlüssel versiegelt oder unterwegs verändert.',
  'ended.title': 'Nicht mehr geteilt',
  ended: 'Die Zeit ist um, oder die Person hat es beendet. Hier ist nichts mehr davon.',
  account: 'Dein Konto',
};
