import { roomWords } from '../../../i18n/room-words.ts';
import { de } from './words.de.ts';

/** Words of the sync; they come with it. ICU message format. */
export const en = {
  title: 'Several devices',
  off: 'Your diary is on this device alone.',
  what: 'Your devices can keep the same diary. It is sealed here before it leaves, and only your own devices can open it. The server between them sees how much is sent and when, and how many devices there are. It cannot read your diary.',
  insecure: 'This works only at an address that begins with https.',
  label: 'A name for this device',
  'label.usual': 'My device',
  start: 'Begin to sync',
  join: 'Add this device to those I have',
  'join.back': 'Not now',
  'join.how': 'Another device shows you a code. If you have none at hand, take your twelve words.',
  'join.field': 'Code or twelve words',
  'join.do': 'Add this device',
  joined: 'This device is added. Your diary comes as soon as the server is reached.',
  'join.from': 'I keep my diary on another device already',
  'wrong.count':
    '{found, plural, one {That is one word} other {That are # words}}, and there should be twelve.',
  'wrong.word': 'Word {place}, “{word}”, is not one of the list. Is there a slip?',
  'wrong.check': 'These are words of the list, but not yours. Did two change places?',
  'wrong.code': 'A code has twenty letters and digits.',
  'words.title': 'Your twelve words',
  'words.says':
    'Write them on paper, in this order, and keep it safe. Whoever has them can read your diary. If you lose all devices and the words, nobody can bring the diary back. They are shown only now.',
  'words.done': 'I have written them down',
  on: 'Sync is on.',
  last: 'Last time: {when}',
  never: 'Not synced yet.',
  now: 'Sync now',
  working: 'Syncing …',
  progress:
    'Syncing … {received, plural, =0 {} one {one entry came} other {# entries came}}{sent, plural, =0 {} one {, one went} other {, # went}}',
  done: '{received, plural, =0 {Nothing new came.} one {One entry came.} other {# entries came.}} {sent, plural, =0 {} one {One went out.} other {# went out.}}',
  devices: 'Your devices',
  'device.this': 'this one',
  'device.removed': 'taken out',
  'device.remove': 'Take out {label}',
  'device.remove.short': 'Take out',
  'device.sure':
    'Take out {label}? It keeps what it has and gets nothing new. If it was lost, make new words too.',
  'device.removeNow': 'Yes, take it out',
  keep: 'No, keep it',
  'device.gone': '{label} was taken out. What you write from now on has a new key.',
  add: 'Add a device',
  'add.says':
    'On the other device, choose “Add this device” and type this code. It works once, for a quarter of an hour.',
  more: 'Keys and words',
  rotate: 'Make a new key',
  'rotate.says': 'What you write from now on is sealed with a new key.',
  'rotate.done': 'There is a new key.',
  renew: 'Make new words',
  'renew.says': 'The old words open nothing any more.',
  leave: 'Stop on this device',
  'leave.says': 'Your diary stays here. To sync again, this device has to be added anew.',
  erase: 'Stop on all devices and delete what the server has',
  'erase.says': 'Every device keeps its diary.',
  'erase.sure': 'Yes, stop on all and delete it',
  'failed.away': 'The server cannot be reached. It will be tried again.',
  'failed.busy': 'Another device changed something at the same moment. It will be tried again.',
  'once.away': 'The server cannot be reached. Try it again later.',
  'once.away.words':
    'The server cannot be reached. It is not sure which words hold now: make new words again later.',
  'once.busy': 'Another device changed something at the same moment. Try it again.',
  'failed.removed': 'This device was taken out. Your diary is still here.',
  'failed.unknown': 'The server does not know this. Is it all typed right, and not too old?',
  'failed.full': 'The server has no room left for you.',
  'failed.too-large': 'One entry is too large to be sent.',
  'failed.newer': 'Another device runs a newer Zonula. Load this page again.',
  'failed.refused': 'The server did not accept this. It may not offer to sync.',
  'failed.misdeed':
    'Stopped: what the server sent is not what your devices wrote ({what}). Nothing of it was taken in. Save a backup, then stop on all devices and begin anew, perhaps with another server.',
  'misdeed.forged': 'changed or written by somebody else',
  'misdeed.replayed': 'something old was sent again',
  'misdeed.reordered': 'the order was changed',
  'misdeed.missing': 'something is missing',
  'misdeed.rolled-back': 'it has gone back to an older state',
  'misdeed.forked': 'your devices were told different things',
} as const;

export type SyncKey = keyof typeof en;

export const useSyncWords = roomWords<SyncKey>('sync', en, de);
