import { roomWords } from '../../../i18n/room-words.ts';
import { de } from './words.de.ts';

export const en = {
  'same.title': 'Same as another day',
  'same.hint': 'Tap a meal to write it down for {day}.',
  'same.none': 'No food is written down in the 60 days before.',
  'same.meal': '{time}: {foods}',
  'same.untimed': 'time not known: {foods}',
  'favourite.title': 'A favourite',
  'favourite.name': 'Its name',
  'favourite.placeholder': 'My usual breakfast',
  'favourite.holds': 'It holds',
  'favourite.keep': 'Keep it',
  'favourite.kept': 'Favourite: {name}',
  'favourite.have': 'Your favourites',
  'favourite.remove': 'Forget {name}',
  'favourite.removed': 'Forgotten: {name}',
} as const;

export const useFoodWords = roomWords<keyof typeof en>('foods', en, de);
