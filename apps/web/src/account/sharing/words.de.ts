import type { Words } from '../../i18n/room-words.ts';
import type { SharingKey } from './words.ts';

export const de: Words<SharingKey> = {
  'shares.title': 'Was du teilst',
  'shares.none': 'Du teilst nichts.',
  'share.report': 'Eine Seite für {name}',
  'share.live': 'Ein laufender Einblick für {name}',
  'share.somebody': 'jemanden, der hier nicht mehr ist',
  'share.since': 'seit {when}',
  'share.until': 'bis {when}',
  'share.updated': 'zuletzt aufgefrischt {when}',
  'share.expired': 'geendet {when}',
  'share.revoked': 'von dir beendet',
  'share.elsewhere': 'Das Gerät, auf dem du ihn begonnen hast, frischt ihn auf.',
  'share.retired':
    '{name} hat einen neuen Schlüssel und kann das vielleicht nicht öffnen. Dann beende es und teile neu.',
  'share.end': 'Beenden',
  'share.end.name': 'Beenden: {what}',
  'share.ended': 'Beendet. Der Server hat das Versiegelte vergessen.',
  'share.seen': 'Was gesehen wurde, kann gemerkt oder kopiert worden sein.',
  'share.refresh': 'Auffrischen',
  'share.refresh.name': 'Auffrischen: {what}',
  'share.refreshed': 'Es ist auf dem neuesten Stand.',
  'accesses.title': 'Wer es angesehen hat',
  'accesses.says':
    'Jeder Blick wird in seinem Moment aufgeschrieben und drei Jahre behalten. Weder du noch die Praxis kann daran etwas ändern.',
  'accesses.none': 'Noch hat niemand etwas angesehen.',
  'access.shared': 'Du hast mit {name} geteilt',
  'access.updated': 'Du hast den laufenden Einblick für {name} aufgefrischt',
  'access.viewed': '{name} hat es angesehen',
  'access.revoked': 'Du hast das Teilen mit {name} beendet',
  'access.exported': 'Was über dich da ist, wurde herausgegeben',
  'access.other': 'Mit dem, was du teilst, wurde etwas getan',
  'access.by.operator': 'durch den Betreiber des Servers',
  'access.by.you': 'durch dich',
  'access.somebody': 'Jemand',
  more: 'Frühere zeigen',
  'key.yours': 'Die Buchstaben deines eigenen Schlüssels hier',
  'key.yours.says':
    'Wer öffnet, was du teilst, sieht diese Buchstaben. Mit deinen verglichen zeigen sie, dass es von dir kommt.',
};
