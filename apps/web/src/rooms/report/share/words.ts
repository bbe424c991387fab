import { roomWords } from '../../../i18n/room-words.ts';
import { de } from './words.de.ts';

/** Words of sharing a page; they come with it. ICU message format. */
export const en = {
  title: 'Share it with a clinician',
  why: 'The page is sealed on this device, so that only the clinician can open it. That needs an account. Your diary needs none and stays here.',
  nobody: 'Nobody here can be shared with yet. A clinician has to make a key first.',
  who: 'With whom?',
  letters: 'Letters of the key of {name}',
  'letters.says':
    'Compare them with the card of the clinic, or ask on the telephone. If you do not compare, you rely on this server that the key is theirs.',
  'letters.same': 'I compared them, they are the same',
  'letters.changed':
    'These letters are not those of last time. {name} may have a new device, or somebody may want to read along. Compare them before you share.',
  what: 'What?',
  'what.report': 'This page as it is now',
  'what.live': 'A live view',
  'what.live.says':
    'The same choice, kept up to date on this device whenever you open Zonula, at most once an hour. Its days always end today. It has no photos.',
  'how-long': 'For how long?',
  'long.7': '1 week',
  'long.28': '4 weeks',
  'long.91': '3 months',
  'long.365': '1 year',
  learns:
    'The server learns that your account shares something with {name}, until when, about how large it is, and when it is looked at. It cannot read it. {name} may remember or copy what they see. You can end it at any time.',
  share: 'Share it until {day}',
  sharing: 'Sealing …',
  shared: 'Shared with {name} until {day}.',
  waiting: 'The page is being made.',
  'too-large': 'This page is too large to be shared. Leave out some photos.',
  'key-retired': '{name} has a new key since. Look at its letters, then share again.',
  account: 'Your account, and who looked at it',
  refreshed: 'The live view is up to date.',
} as const;

export type ShareKey = keyof typeof en;

export const useShareWords = roomWords<ShareKey>('share-report', en, de);
