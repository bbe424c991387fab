import { roomWords } from '../../i18n/room-words.ts';
import { de } from './words.de.ts';

/** Words of what clinicians see of others; they come with it. ICU message format. */
export const en = {
  lead: 'What people share with you is sealed for a key of yours. It opens on this device only. The person sees each time that you look.',
  'key.title': 'Your key',
  'key.none':
    'People can share with you once you have a key. It is made on this device and never leaves it.',
  'key.make': 'Make my key',
  'key.here': 'People seal for a key of this device.',
  'key.elsewhere':
    'People seal for a key of another device or browser of yours. What was sealed for it opens only there.',
  'key.anew': 'Make a new key on this device',
  'key.anew.says':
    'People then seal for this device. What is shared with the other one stays there and has to be shared again to open here.',
  'key.anew.now': 'Yes, make a new key',
  'key.letters': 'The letters of your key',
  'key.letters.says':
    'Put them on your card and read them out on the telephone, so that people can compare. They show that nobody put a key of their own between you.',
  'key.lost':
    'Whoever clears this browser loses the key. Nobody can bring it back; what was shared has to be shared again.',
  'key.made': 'You have a key. People can share with you now.',
  keep: 'No, keep it as it is',
  list: 'Open now',
  none: 'Nothing is shared with you now.',
  report: 'A page',
  live: 'A live view',
  since: 'shared {when}',
  updated: 'up to date as of {when}',
  until: 'until {when}',
  open: 'Open',
  opening: 'Opening …',
  'open.name': 'Open: {what}, shared {when}',
  'open.noted': 'The person sees that you looked.',
  'other-key': 'sealed for a key that is not on this device',
  more: 'Show earlier ones',
  back: 'Back to the list',
  page: 'The page that was shared',
  'sealed-by': 'Letters of the key that sealed it',
  'sealed-by.says':
    'The person sees the same letters in their account. Compared, they show that it came from this person.',
  print: 'Print',
  strange: 'This holds something that a page of Zonula does not have. It is not shown.',
  unreadable:
    'This device cannot open it. It was sealed for another key, or was changed on the way.',
  'ended.title': 'Not shared any more',
  ended: 'Its time is over, or the person ended it. Nothing of it is here any more.',
  account: 'Your account',
} as const;

export type SharedKey = keyof typeof en;

export const useSharedWords = roomWords<SharedKey>('shared', en, de);
