import { roomWords } from '../i18n/room-words.ts';
import { de } from './words.de.ts';

export const en = {
  'place.forehead': 'forehead',
  'place.eyelids': 'eyelids',
  'place.nose': 'nose',
  'place.cheek': '{side, select, left {left cheek} right {right cheek} other {cheek}}',
  'place.chin': 'chin and mouth',
  'place.ears': 'ears',
  'place.face': 'whole face',
  'place.neck': 'neck',
  'place.chest': 'chest',
  'place.armpits': 'armpits',
  'place.belly': 'belly',
  'place.groin': 'groin',
  'place.upper arm': '{side, select, left {left} right {right} other {}} upper arm',
  'place.bend of the elbow': 'bend of the {side, select, left {left} right {right} other {}} elbow',
  'place.forearm': '{side, select, left {left} right {right} other {}} forearm',
  'place.palm': '{side, select, left {left} right {right} other {}} palm',
  'place.thigh': '{side, select, left {left} right {right} other {}} thigh',
  'place.knee': '{side, select, left {left} right {right} other {}} knee',
  'place.shin': '{side, select, left {left} right {right} other {}} shin',
  'place.foot': '{side, select, left {left} right {right} other {}} foot',
  'place.scalp': 'scalp',
  'place.nape': 'nape of the neck',
  'place.shoulders': 'shoulders',
  'place.upper back': 'upper back',
  'place.lower back': 'lower back',
  'place.back of the upper arm':
    'back of the {side, select, left {left} right {right} other {}} upper arm',
  'place.elbow': '{side, select, left {left} right {right} other {}} elbow',
  'place.back of the forearm':
    'back of the {side, select, left {left} right {right} other {}} forearm',
  'place.back of the hand': 'back of the {side, select, left {left} right {right} other {}} hand',
  'place.buttock': '{side, select, left {left} right {right} other {}} buttock',
  'place.back of the thigh': 'back of the {side, select, left {left} right {right} other {}} thigh',
  'place.hollow of the knee':
    'hollow of the {side, select, left {left} right {right} other {}} knee',
  'place.calf': '{side, select, left {left} right {right} other {}} calf',
  'place.heel': '{side, select, left {left} right {right} other {}} heel',
  'part.face': 'Face',
  'part.head': 'Head and neck',
  'part.trunk': 'Trunk',
  'part.arms': 'Arms and hands',
  'part.legs': 'Legs and feet',
  'view.label': 'Side of the body',
  'view.front': 'Front',
  'view.back': 'Back',
  'view.face': 'Face',
  'item.label': 'What do you mark?',
  'brush.label': 'How much?',
  'brush.hint':
    'Choose how much, then tap the places. Tap again to clear. What you do not tap is not written down.',
  keys: 'With keys: arrows move, 0 to 3 say how much, Delete clears.',
  left: 'your left',
  right: 'your right',
  'map.front': 'Your body from the front, as in a mirror',
  'map.back': 'Your body from behind',
  'map.face': 'Your face, as in a mirror',
  'zone.unknown': '{place}: not written down',
  'zone.is': '{place}: {level}',
  toFace: 'Zoom in on the face',
  saved: '{item}, {place}: {level}',
  cleared: '{item}, {place}: not written down',
  'summary.none': 'No place is marked yet.',
  elsewhere: 'Nowhere else',
  'elsewhere.hint': 'Writes “none” for the other places you marked in the last 60 days.',
  'elsewhere.saved':
    '{item}: none at {count, plural, one {one other place} other {# other places}}',
  list: 'All places as a list',
  tone: 'Skin tone of the drawing',
  'tone.1': 'very light',
  'tone.2': 'light',
  'tone.3': 'medium',
  'tone.4': 'brown',
  'tone.5': 'dark brown',
  'tone.6': 'very dark',
} as const;

type BodyKey = keyof typeof en;
export type PlaceKey = {
  [Key in BodyKey]: Key extends `place.${infer Name}` ? Name : never;
}[BodyKey];

export const useBodyWords = roomWords<BodyKey>('body', en, de);
