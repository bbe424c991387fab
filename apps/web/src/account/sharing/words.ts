import { roomWords } from '../../i18n/room-words.ts';
import { de } from './words.de.ts';

/** Words of sharing; they come with it. ICU message format. */
export const en = {
  'shares.title': 'What you share',
  'shares.none': 'You share nothing.',
  'share.report': 'A page for {name}',
  'share.live': 'A live view for {name}',
  'share.somebody': 'somebody who is no clinician here any more',
  'share.since': 'since {when}',
  'share.until': 'until {when}',
  'share.updated': 'last brought up to date {when}',
  'share.expired': 'ended {when}',
  'share.revoked': 'you ended it',
  'share.elsewhere': 'It is kept up to date by the device on which you began it.',
  'share.retired':
    '{name} has a new key, and may not be able to open this. If so, end it and share anew.',
  'share.end': 'End it',
  'share.end.name': 'End it: {what}',
  'share.ended': 'Ended. The server has forgotten what was sealed.',
  'share.seen': 'What was seen may have been remembered or copied.',
  'share.refresh': 'Bring it up to date',
  'share.refresh.name': 'Bring it up to date: {what}',
  'share.refreshed': 'It is up to date.',
  'accesses.title': 'Who looked at it',
  'accesses.says':
    'Every look is written down at its moment and kept for three years. Neither you nor the clinician can change that.',
  'accesses.none': 'Nobody has looked at anything yet.',
  'access.shared': 'You shared with {name}',
  'access.updated': 'You brought the live view for {name} up to date',
  'access.viewed': '{name} looked at it',
  'access.revoked': 'You ended the share with {name}',
  'access.exported': 'What is kept of you was given out',
  'access.other': 'Something was done with what you share',
  'access.by.operator': 'by whoever runs the server',
  'access.by.you': 'by you',
  'access.somebody': 'somebody',
  more: 'Show earlier ones',
  'key.yours': 'The letters of your own key here',
  'key.yours.says':
    'Whoever opens what you share sees these letters. Compared with yours, they show that it came from you.',
} as const;

export type SharingKey = keyof typeof en;

export const useSharingWords = roomWords<SharingKey>('sharing', en, de);
