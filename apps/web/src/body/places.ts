import type { PlaceKey } from './words.ts';

export type View = 'front' | 'back' | 'face';
export type Part = 'face' | 'head' | 'trunk' | 'arms' | 'legs';

/** A place on the skin that can be scored on its own. */
export interface Place {
  /** The `site` of its entries in the diary, the same in every language. */
  readonly site: string;
  readonly view: View;
  readonly part: Part;
  /** The zone of the body map of `care` that it lies in, which has a share of the surface. */
  readonly zone: string;
  readonly words: PlaceKey;
  /** Null for what has no side. */
  readonly side: 'left' | 'right' | null;
}

const place =
  (view: View, part: Part) =>
  (site: PlaceKey, zone: string): readonly Place[] => [
    { site, view, part, zone, words: site, side: null },
  ];

/** One place a side; `left elbow` and `right elbow`. */
const pair =
  (view: View, part: Part) =>
  (words: PlaceKey, zone: string): readonly Place[] =>
    (['left', 'right'] as const).map((side) => ({
      site: `${side} ${words}`,
      view,
      part,
      zone: `${side}-${zone}`,
      words,
      side,
    }));

const cheeks: readonly Place[] = (['left', 'right'] as const).map((side) => ({
  site: `${side} cheek`,
  view: 'face',
  part: 'face',
  zone: 'head-front',
  words: 'cheek',
  side,
}));

/** Every place, from head to toe; those of a view in the order of the tab key. */
export const places: readonly Place[] = [
  ...place('face', 'face')('face', 'head-front'),
  ...place('face', 'face')('forehead', 'head-front'),
  ...place('face', 'face')('eyelids', 'head-front'),
  ...place('face', 'face')('nose', 'head-front'),
  ...cheeks,
  ...place('face', 'face')('chin', 'head-front'),
  ...place('face', 'face')('ears', 'head-front'),
  ...place('front', 'head')('neck', 'neck-front'),
  ...place('front', 'trunk')('chest', 'trunk-front'),
  ...place('front', 'trunk')('armpits', 'trunk-front'),
  ...place('front', 'trunk')('belly', 'trunk-front'),
  ...place('front', 'trunk')('groin', 'genitals-front'),
  ...pair('front', 'arms')('upper arm', 'upper-arm-front'),
  ...pair('front', 'arms')('bend of the elbow', 'upper-arm-front'),
  ...pair('front', 'arms')('forearm', 'forearm-front'),
  ...pair('front', 'arms')('palm', 'hand-front'),
  ...pair('front', 'legs')('thigh', 'thigh-front'),
  ...pair('front', 'legs')('knee', 'thigh-front'),
  ...pair('front', 'legs')('shin', 'lower-leg-front'),
  ...pair('front', 'legs')('foot', 'foot-front'),
  ...place('back', 'head')('scalp', 'head-back'),
  ...place('back', 'head')('nape', 'neck-back'),
  ...place('back', 'trunk')('shoulders', 'trunk-back'),
  ...place('back', 'trunk')('upper back', 'trunk-back'),
  ...place('back', 'trunk')('lower back', 'trunk-back'),
  ...pair('back', 'arms')('back of the upper arm', 'upper-arm-back'),
  ...pair('back', 'arms')('elbow', 'upper-arm-back'),
  ...pair('back', 'arms')('back of the forearm', 'forearm-back'),
  ...pair('back', 'arms')('back of the hand', 'hand-back'),
  ...pair('back', 'legs')('buttock', 'buttock-back'),
  ...pair('back', 'legs')('back of the thigh', 'thigh-back'),
  ...pair('back', 'legs')('hollow of the knee', 'thigh-back'),
  ...pair('back', 'legs')('calf', 'lower-leg-back'),
  ...pair('back', 'legs')('heel', 'foot-back'),
];

/** Scored beside the drawing of the face, not on it. */
export const wholeFace = 'face';

export const placeOf = (site: string): Place | undefined => places.find((one) => one.site === site);

export const parts: readonly Part[] = ['face', 'head', 'trunk', 'arms', 'legs'];
