import type { Words } from '../i18n/room-words.ts';
import type { LockKey } from './words.ts';

export const de: Words<LockKey> = {
  locked: 'Zonula ist gesperrt',
  code: 'Dein Code',
  open: 'Öffnen',
  'open.passkey': 'Mit diesem Gerät öffnen',
  wrong: 'Das war es nicht.',
  wait: 'Zu viele falsche Codes. Warte {seconds, plural, one {eine Sekunde} other {# Sekunden}}.',
  forgot: 'Ich kann es nicht mehr öffnen',
  'forgot.says':
    'Niemand kann es für dich öffnen. Du kannst alles auf diesem Gerät löschen und dann eine Sicherung zurückholen, wenn du eine hast.',
  'forgot.confirm': 'Tippe „{word}“, um alles zu löschen.',
  'forgot.word': 'löschen',
  'forgot.delete': 'Alles löschen',
};
