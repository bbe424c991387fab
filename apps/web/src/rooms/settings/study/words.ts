import { roomWords } from '../../../i18n/room-words.ts';
import { de } from './words.de.ts';

/** Words of taking part in a study; they come with it. ICU message format. */
export const en = {
  title: 'Take part in a study',
  what: 'A study may ask for diaries like yours. It gives you a file that says who asks and what for. Nothing is sent from here: you save a file and hand it over, if you want to.',
  open: 'Open the file of a study',
  unreadable: 'This is not the file of a study.',
  young: 'Under 18 you cannot agree to this alone. So it cannot be done here.',
  by: 'Who asks',
  contact: 'Questions to',
  purpose: 'What for',
  wording: 'Version of these words',
  words: 'The words of the study',
  gives: 'What you would give',
  span: '{days, plural, one {One day} other {# days}}, from {from} to {to}.',
  choose: 'Nothing is ticked for you. Tick what you want to give: only then can you agree.',
  nothing: 'There is nothing in it yet. Keep your diary for some weeks first.',
  stays:
    'Your notes, your photos and your answers about yourself stay here. So does your name: the study calls you {person}. Foods and other things go along under the names that you wrote. Whoever knows you well may still know you by your days.',
  back: 'You can take it back here at any time. What was worked out before stays in reports that are already written. No later one uses your days.',
  agree: 'I have read this and I agree.',
  save: 'Save my file for the study',
  cancel: 'Not now',
  saved: 'Your file for {title} is saved. Hand it to the study.',
  parts: 'Studies you agreed to',
  since: 'You agreed on {day}, to version {wording} of the words.',
  ended: 'You took it back on {day}.',
  read: 'What you agreed to',
  again: 'Save my file with the newest days',
  withdraw: 'Take it back',
  'withdraw.sure':
    'Take it back? You get a file that says so. Hand it to the study: it then has to delete your days.',
  'withdraw.yes': 'Yes, take it back',
  'withdraw.no': 'No, leave it',
  withdrawn: 'The file that takes it back is saved. Hand it to the study.',
  'withdraw.again': 'Save the file that takes it back',
  'category.skin': 'Skin',
  'category.gut': 'Gut',
  'category.symptom': 'Other symptoms',
  'category.mood': 'Mood',
  'category.food': 'Food and drink',
  'category.sleep': 'Sleep',
  'category.stress': 'Stress',
  'category.habit': 'Habits',
  'category.skincare': 'Skin care',
  'category.supplement': 'Supplements',
  'category.medication': 'Medicines',
  'category.cycle': 'Cycle',
  'category.weather': 'Weather',
} as const;

export type StudyKey = keyof typeof en;
export const useStudyWords = roomWords<StudyKey>('study', en, de);
