import { roomWords } from '../i18n/room-words.ts';
import { de } from './words.de.ts';

export const en = {
  hint: 'The photo stays on this device. Place, time and device are taken out of the file before it is kept.',
  place: 'Which place?',
  'place.none': 'not said',
  add: 'Add a photo',
  taking: 'Taking it in …',
  saved: 'Photo kept',
  failed: 'This photo was not kept: {message}',
  of: 'Photo, {day}',
  'of.place': 'Photo, {place}, {day}',
  'day.place': '{day}, {place}',
  open: 'Open: {photo}',
  compare: 'Compare two days',
  'compare.title': 'Side by side',
  'compare.few': 'With photos of two days you can lay them side by side.',
  'compare.left': 'Left',
  'compare.right': 'Right',
  'compare.places': 'Show',
  'compare.all': 'all photos',
  'compare.hint': 'Same light and same distance make a fair comparison.',
  'compare.between': '{days, plural, =0 {The same day} one {One day apart} other {# days apart}}',
  delete: 'Delete for good',
  'delete.really': 'Yes, delete. This cannot be undone.',
  deleted: 'Photo deleted',
  gone: 'This photo is not on this device any more.',
} as const;

export const usePhotoWords = roomWords<keyof typeof en>('photos', en, de);
