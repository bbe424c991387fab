import { roomWords } from '../../../i18n/room-words.ts';
import { de } from './words.de.ts';

export const en = {
  'taken.skincare': 'What did you put on your skin?',
  'taken.supplement': 'What did you take?',
  'taken.medication': 'What did you take?',
  'taken.skincare.placeholder': 'moisturiser',
  'taken.supplement.placeholder': 'zinc 15 mg',
  'taken.medication.placeholder': 'ibuprofen 400 mg',
  'taken.medication.hint':
    'Write it as you took it. Zonula gives no advice on medicines. Change nothing because of what you see here.',
  'taken.usual': 'You wrote these down before. Tap what is true today.',
  'taken.none': 'None of the rest',
  'taken.noneHint': 'Writes “not taken” for the others.',
  'taken.saved': '{name}: written down',
  'taken.removed': '{name}: not written down',
  'taken.noneSaved': 'Not taken: {names}',
  'taken.not': '{name}: not taken',
  add: 'Write it down',
  'cycle.hint': 'Bleeding tells Zonula where a cycle begins, so that it is not mistaken for food.',
  'note.label': 'In your own words',
  'note.hint': 'Kept as it is. Only you see it.',
  'note.save': 'Keep the note',
  'note.saved': 'Note kept',
  'note.removed': 'Note deleted',
  'note.remove': 'Delete the note “{note}”',
  'note.one': 'A note is kept for this day.',
} as const;

export const useAlsoWords = roomWords<keyof typeof en>('also', en, de);
