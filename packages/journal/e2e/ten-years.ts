import type { Entry } from '../src/index.ts';

const dishes = 'latte croissant porridge pizza salad kimchi omelette curry lentils yogurt'.split(
  ' ',
);
const foods = dishes.flatMap((dish) =>
  [
    '',
    'with cheese',
    'with nuts',
    'with milk',
    'with chilli',
    'at work',
    'from the bakery',
    'with friends',
  ].map((more) => `${dish} ${more}`.trim()),
);
const scores = 'itch redness dryness flaking bloating gas cramps headache fatigue stress'.split(
  ' ',
);
const days = 3653;
const aDay = 30;

/** Ten years, thirty entries a day: dishes, scores and the rest, a note now and then. */
export const tenYears = (): Entry[] =>
  Array.from({ length: days * aDay }, (_, k): Entry => {
    const day = new Date(Date.UTC(2026, 0, 1 + Math.floor(k / aDay))).toISOString().slice(0, 10);
    const slot = k % aDay;
    const time = `${String(6 + (slot % 17)).padStart(2, '0')}:${String((k * 7) % 60).padStart(2, '0')}`;
    const noted = k % 61 === 0 ? { note: `evening ${k} out, wool pullover` } : {};
    if (slot < 12)
      return {
        day,
        time,
        category: 'food',
        name: foods[(k * 17) % foods.length]!,
        value: 1,
        ...noted,
      };
    if (slot < 24)
      return {
        day,
        time,
        category: slot < 18 ? 'skin' : 'gut',
        name: scores[slot % scores.length]!,
        value: (k * 13) % 11,
        scale: { min: 0, max: 10 },
        ...noted,
      };
    return { day, category: 'habit', name: `habit ${slot}`, value: k % 2, ...noted };
  });
