import { roomWords } from '../../i18n/room-words.ts';
import { de } from './words.de.ts';

export const en = {
  'heat.title': 'Your skin, day by day',
  'heat.keys': 'Arrow keys move from day to day, Enter opens one.',
  'heat.day': '{day}: {percent} of 100',
  'heat.unknown': '{day}: not written down',
  'series.title': 'A score, and what went before',
  'series.score': 'Score',
  'series.none': 'Write down a score on two days, and it is drawn here.',
  'series.span': 'How far back',
  'span.28': '4 weeks',
  'span.91': '3 months',
  'span.364': 'a year',
  'series.rows': 'Show beneath',
  'series.says':
    '{score}: written down on {known} of {days} days, {mean} on average. The broad line is the mean of the week around a day. Hatched: not written down, which is not the same as none.',
  'series.chance':
    'What stands beneath a bad day need not be its cause: with a few foods and many days something always lines up. Discover weighs that.',
  'series.picture': '{score} from {from} to {to}',
  'series.rows.says': 'Full: had it. Dash: did not. Hatched: not known.',
  'series.numbers': 'The same in numbers',
  'series.day': 'Day',
  'series.had': 'had it',
  'series.not': 'not',
  'series.unknown': 'not known',
  'entry.edit': 'Change {item}',
  'entry.save': 'Save',
  'entry.value': 'Value',
  'entry.servings': 'Portions',
  'entry.name': 'Name',
  'entry.time': 'Time',
  'entry.place': 'Place',
  'entry.place.none': 'whole',
  'entry.note': 'Note',
  'entry.saved': 'Changed: {item}',
  'entry.not': 'not taken',
  'day.complete': 'Everything is written down for this day',
  compare: 'Compare photos of two days',
} as const;

export const useTimelineWords = roomWords<keyof typeof en>('timeline-room', en, de);
