import type { Words } from '../i18n/room-words.ts';
import type { AccountKey } from './words.ts';

export const de: Words<AccountKey> = {
  title: 'Dein Konto',
  lead: 'Das Tagebuch braucht kein Konto. Du brauchst eines nur, um etwas mit jemandem aus einer Praxis zu teilen oder um in der Praxis zu arbeiten.',
  asking: 'Fragt, wer angemeldet ist …',
  again: 'Noch einmal versuchen',
  back: 'Zurück',
  diary: 'Zum Tagebuch',
  ended: 'Du wurdest abgemeldet. Melde dich wieder an.',
  'sign-in': 'Mit einem Passkey anmelden',
  'sign-out': 'Abmelden',
  'way.make': 'Ein Konto anlegen',
  'way.code': 'Ich habe meine Passkeys verloren',
  make: 'Das Konto anlegen',
  'make.says':
    'Dein Gerät macht einen Passkey, einen Schlüssel, den nur du benutzen kannst: mit dem Finger, dem Gesicht oder dem Code des Geräts. Ein Passwort gibt es nicht.',
  learns:
    'Der Server erfährt, dass es ein Konto gibt, wie du seine Passkeys nennst und wann es benutzt wird. Er fragt nach keinem Namen und keiner Adresse. Von deinem Tagebuch bekommt er nichts.',
  'passkey.name': 'Ein Name für diesen Passkey',
  'passkey.usual': 'Mein Gerät',
  'passkey.cannot':
    'Dieser Browser kann hier keine Passkeys benutzen. Sie brauchen einen Browser von heute und eine Adresse, die mit https beginnt.',
  code: 'Code zum Wiederherstellen',
  'code.says':
    'Tipp einen der Codes ein, die du aufgehoben hast. Er gilt einmal. Mach dann einen neuen Passkey, damit du wieder hereinkommst.',
  'code.use': 'Mit diesem Code anmelden',
  'codes.title': 'Deine Codes zum Wiederherstellen',
  'codes.says':
    'Verlierst du alle Passkeys, kommst du mit einem Code hinein. Von außen kann dir niemand neue geben. Sie werden nur jetzt gezeigt.',
  'codes.once': 'Jeder Code gilt einmal.',
  'codes.copy': 'Kopieren',
  'codes.save': 'Als Datei speichern',
  'codes.print': 'Drucken',
  'codes.copied.yes': 'Kopiert.',
  'codes.copied.no': 'Dieser Browser hat sie nicht kopiert. Schreib sie auf oder speichere sie.',
  'codes.kept': 'Ich habe sie aufgehoben',
  'signed-in.passkey': 'Du hast dich mit einem Passkey angemeldet.',
  'signed-in.recovery-code':
    'Du hast dich mit einem Code zum Wiederherstellen angemeldet. Nimm jetzt einen Passkey dazu.',
  'role.clinician': 'Du behandelst hier.',
  'role.clinic-admin': 'Du verwaltest hier die Praxis.',
  'role.researcher': 'Du forschst hier.',
  'shared.title': 'Mit dir geteilt',
  'shared.not-yours':
    'Das ist für Leute, die hier Patienten sehen. Wer den Server betreibt, kann dir die Rolle geben, anhand der Nummer deines Kontos.',
  'to-shared': 'Was mit dir geteilt ist',
  'shares.how':
    'Eine Seite aus deinem Tagebuch lässt sich mit der Praxis teilen: Mach sie zuerst, dann wähl, mit wem.',
  'shares.how.open': 'Eine Seite für die Praxis machen',
  'account.id': 'Die Nummer deines Kontos',
  'account.id.says':
    'Wer diesen Server betreibt, braucht sie, um dir eine Rolle zu geben. Er kann dir auch alles aushändigen, was über dich da ist, oder es löschen und in jeder Tabelle nachsehen, ob etwas bleibt:',
  'kept.title': 'Was über dich da ist',
  'kept.until':
    'Benutzt du dieses Konto nicht, wird es am {day} gelöscht, mit allem, was du teilst.',
  'kept.role': 'Dieses Konto bleibt, solange es seine Rolle hat.',
  'kept.months': 'Unbenutzt behalten für',
  'kept.chosen': 'Ab jetzt bleibt es {months} Monate nach der letzten Benutzung.',
  months: '{months} Monate',
  'own.title': 'Mitnehmen oder löschen',
  'export.says':
    'Eine Datei mit allem, was dieser Server über dein Konto hat, ohne die Seiten, die du teilst: Die sind für die Praxis versiegelt. Vor beidem wirst du noch einmal nach deinem Passkey gefragt, wenn du dich nicht gerade erst angemeldet hast.',
  export: 'Alles speichern, was über mich da ist',
  'export.done':
    'Gespeichert als {name}. Dass du es mitgenommen hast, steht in der Liste, wer nachgesehen hat.',
  erase: 'Mein Konto löschen',
  'erase.role':
    'Ein Konto mit einer Rolle lässt sich nicht selbst löschen, denn was andere mit ihm teilen, ginge mit. Wer diesen Server betreibt, beendet zuerst die Rolle.',
  'erase.goes': 'Das geht, sofort und für immer:',
  'erase.goes.account':
    'das Konto mit seinen Passkeys, den Codes zum Wiederherstellen und allen Orten, an denen du angemeldet bist',
  'erase.goes.shares': 'alles, was du teilst: Niemand kann es mehr öffnen',
  'erase.stays': 'Das bleibt:',
  'erase.stays.log':
    'dass jemand nachgesehen, geteilt und gelöscht hat, drei Jahre lang und ohne, wessen es war: damit sich ein unerlaubter Blick noch finden lässt',
  'erase.stays.bookings':
    'was du bei der Praxis gebucht hast, und ihr Newsletter: Das gehört zu deiner E-Mail-Adresse und nicht zu diesem Konto; frag die Praxis, oder nimm die Links in ihren Mails',
  'erase.stays.sync':
    'eine versiegelte Kopie deines Tagebuchs, falls du deine Geräte abgleichst: Das beendest du in den Einstellungen der App',
  'erase.stays.device':
    'das Tagebuch auf deinem Gerät, und was in der Praxis kopiert oder gedruckt wurde',
  'erase.stays.backups': 'Sicherungen dessen, der diesen Server betreibt, bis er sie löscht',
  'erase.sure': 'Das Konto löschen? Niemand kann es zurückholen.',
  'erase.now': 'Ja, löschen',
  erased: 'Dein Konto ist gelöscht',
  'erased.says': 'Der Server hat nachgesehen: Nichts davon ist mehr da. Du bist abgemeldet.',
  'erased.passkey':
    'Der Passkey auf deinem Gerät öffnet nichts mehr. Du kannst ihn in den Einstellungen des Geräts löschen.',
  'passkeys.title': 'Deine Passkeys',
  'passkeys.says':
    'Jeder öffnet dein Konto. Mit einem zweiten auf einem anderen Gerät sperrst du dich nicht aus.',
  'passkey.since': 'seit {day}',
  'passkey.used': 'zuletzt benutzt {day}',
  'passkey.unused': 'noch nicht benutzt',
  'passkey.backed-up': 'auch auf deinen anderen Geräten',
  'passkey.here-only': 'nur auf einem Gerät',
  'passkey.add': 'Einen Passkey dazunehmen',
  'passkey.added': 'Der Passkey „{name}“ ist dazugekommen.',
  'passkey.remove': 'Entfernen',
  'passkey.remove.name': 'Den Passkey „{name}“ löschen',
  'passkey.sure': '„{name}“ löschen? Überall sonst wirst du abgemeldet.',
  'passkey.remove.now': 'Ja, löschen',
  'passkey.removed': 'Der Passkey „{name}“ ist gelöscht.',
  'passkey.last':
    'Der einzige bleibt: Ohne ihn kämst du nicht mehr herein. Nimm erst einen anderen dazu.',
  keep: 'Nein, behalten',
  'codes.new': 'Neue Codes zum Wiederherstellen machen',
  'codes.new.says': 'Die alten öffnen dann nichts mehr.',
  'sessions.title': 'Wo du angemeldet bist',
  'session.passkey': 'Mit einem Passkey',
  'session.recovery-code': 'Mit einem Code zum Wiederherstellen',
  'session.here': 'hier',
  'session.since': 'seit {when}',
  'session.seen': 'zuletzt gesehen {when}',
  'session.end': 'Dort abmelden',
  'session.end.name': 'Dort abmelden: seit {when}',
  'session.ended': 'Dort abgemeldet.',
  'problem.unreachable': 'Der Server ist gerade nicht erreichbar.',
  'problem.no-server': 'Hier gibt es keinen Server, der Konten hat.',
  'problem.not-signed-in': 'Du bist nicht mehr angemeldet. Melde dich wieder an.',
  'problem.not-allowed': 'Dein Konto darf das nicht.',
  'problem.sign-in-again': 'Melde dich noch einmal an, bevor du das tust.',
  'problem.origin-unknown':
    'Unter dieser Adresse gehen Konten nicht. Sie gehen dort, wo der Betreiber des Servers es sagt; auf deinem eigenen Computer unter der Adresse, die mit http://localhost beginnt.',
  'problem.ceremony-ended': 'Das hat zu lange gedauert. Fang noch einmal an.',
  'problem.passkey-refused': 'Dieser Passkey öffnet hier kein Konto.',
  'problem.passkey-known': 'Diesen Passkey gibt es hier schon.',
  'problem.too-many-passkeys': 'Du hast so viele Passkeys, wie hineinpassen. Entferne erst einen.',
  'problem.last-passkey': 'Das ist dein einziger Passkey. Nimm erst einen anderen dazu.',
  'problem.code-wrong': 'Dieser Code stimmt nicht oder wurde schon benutzt.',
  'problem.too-many': 'Das war viel auf einmal. Warte ein paar Minuten.',
  'problem.too-many-shares': 'Du teilst so viel, wie hineinpasst. Beende erst etwas.',
  'problem.share-ended': 'Das wird nicht mehr geteilt.',
  'problem.invalid': 'Etwas daran passt nicht.',
  'problem.passkey.stopped': 'Es wurde kein Passkey benutzt. Du kannst es noch einmal versuchen.',
  'problem.passkey.there': 'Dieses Gerät hat schon einen Passkey für dein Konto.',
  'problem.passkey.other':
    'Dieser Passkey gehört zu einem anderen Konto. Es wurde nichts geändert.',
  'problem.passkey.not-here': 'Dieses Gerät konnte das mit einem Passkey nicht.',
  'problem.other': 'Der Server hat es nicht getan: {title}',
};
