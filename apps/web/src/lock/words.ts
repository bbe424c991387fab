import { roomWords } from '../i18n/room-words.ts';
import { de } from './words.de.ts';

/** Words of the app lock. ICU message format. */
export const en = {
  locked: 'Zonula is locked',
  code: 'Your code',
  open: 'Open',
  'open.passkey': 'Open with this device',
  wrong: 'That was not it.',
  wait: 'Too many wrong codes. Wait {seconds, plural, one {one second} other {# seconds}}.',
  forgot: 'I cannot open it any more',
  'forgot.says':
    'Nobody can open it for you. You can delete everything on this device, and then bring back a backup if you have one.',
  'forgot.confirm': 'Type “{word}” to delete everything.',
  'forgot.word': 'delete',
  'forgot.delete': 'Delete everything',
} as const;

export type LockKey = keyof typeof en;

export const useLockWords = roomWords<LockKey>('lock', en, de);
