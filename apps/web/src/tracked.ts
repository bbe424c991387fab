import type { Entry } from '@zonula/journal';
import type { MessageKey } from './i18n/en.ts';

/** Something that is scored on Today. */
export interface TrackedItem {
  readonly category: Entry['category'];
  /** The name in the diary, the same in every language. */
  readonly name: string;
  /** What can be tapped, least first; `label` null shows the number. */
  readonly steps: readonly { readonly value: number; readonly label: MessageKey | null }[];
  readonly scale: { readonly min: number; readonly max: number } | null;
  readonly unit?: string;
  /** More of it is good news. */
  readonly moreIsBetter?: true;
}

export interface TrackedGroup {
  readonly id: 'skin' | 'gut' | 'rest';
  /** Shown at once. */
  readonly first: readonly TrackedItem[];
  /** Behind "more". */
  readonly further: readonly TrackedItem[];
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, k) => ({ value: from + k, label: null }));

const upToTen = (category: TrackedItem['category'], name: string): TrackedItem => ({
  category,
  name,
  steps: numbers(0, 10),
  scale: { min: 0, max: 10 },
});

const levels = (
  category: TrackedItem['category'],
  name: string,
  labels: readonly MessageKey[] = ['level.none', 'level.little', 'level.some', 'level.much'],
): TrackedItem => ({
  category,
  name,
  steps: labels.map((label, value) => ({ value, label })),
  scale: { min: 0, max: labels.length - 1 },
});

const itch = upToTen('skin', 'itch');
const redness = levels('skin', 'redness');
const dryness = levels('skin', 'dryness');
const flaking = levels('skin', 'flaking');
const oozing = levels('skin', 'oozing', ['level.no', 'level.yes']);
const spots = levels('skin', 'spots', [
  'level.none',
  'level.spots.few',
  'level.spots.several',
  'level.spots.many',
]);
const discolouration = levels('skin', 'discolouration');
const flushing = levels('skin', 'flushing');
const thickness = levels('skin', 'thickness');
const burning = upToTen('skin', 'burning');
const distress = upToTen('skin', 'distress');

const jointPain = upToTen('symptom', 'joint pain');
const soreEyes = levels('symptom', 'sore eyes');

export const bleeding = levels('cycle', 'bleeding', [
  'level.none',
  'level.bleeding.light',
  'level.bleeding.medium',
  'level.bleeding.heavy',
]);
export const spotting = levels('cycle', 'spotting', ['level.no', 'level.yes']);

interface Tracked {
  readonly first: readonly TrackedItem[];
  readonly further: readonly TrackedItem[];
}

const skinOf: Readonly<Record<string, Tracked>> = {
  acne: { first: [spots], further: [redness, discolouration, dryness, flaking] },
  eczema: { first: [itch, redness], further: [dryness, flaking, oozing, discolouration] },
  rosacea: { first: [redness, flushing], further: [burning, spots, dryness, soreEyes] },
  psoriasis: { first: [itch, flaking], further: [thickness, redness, discolouration, jointPain] },
};

const unique = (items: readonly TrackedItem[]): readonly TrackedItem[] => [...new Set(items)];

const usualFor = (conditions: readonly string[]): readonly TrackedGroup[] => {
  const known = conditions.flatMap((condition) => skinOf[condition] ?? []);
  const first = known.length === 0 ? [itch, redness] : unique(known.flatMap((one) => one.first));
  const all =
    known.length === 0
      ? [dryness, flaking, spots, discolouration]
      : unique(known.flatMap((one) => one.further));
  return [
    { id: 'skin', first, further: [...all.filter((item) => !first.includes(item)), distress] },
    {
      id: 'gut',
      first: [upToTen('gut', 'bloating')],
      further: [
        upToTen('gut', 'pain'),
        levels('gut', 'gas'),
        {
          category: 'gut',
          name: 'stool form',
          steps: (
            [
              'level.stool.hard',
              'level.stool.lumpy',
              'level.stool.cracked',
              'level.stool.usual',
              'level.stool.soft',
              'level.stool.mushy',
              'level.stool.watery',
            ] as const
          ).map((label, k) => ({ value: k + 1, label })),
          scale: { min: 1, max: 7 },
        },
        { category: 'gut', name: 'stools', steps: numbers(0, 6), scale: null },
        levels('gut', 'blood in stool', ['level.no', 'level.yes']),
        upToTen('symptom', 'headache'),
        upToTen('symptom', 'fatigue'),
      ],
    },
    {
      id: 'rest',
      first: [
        {
          category: 'sleep',
          name: 'hours',
          steps: numbers(3, 11),
          scale: null,
          unit: 'h',
          moreIsBetter: true,
        },
        upToTen('stress', 'level'),
      ],
      further: [
        {
          ...levels('sleep', 'rested', [
            'level.rested.no',
            'level.rested.little',
            'level.rested.fairly',
            'level.rested.fully',
          ]),
          moreIsBetter: true,
        },
      ],
    },
  ];
};

/** What to score, for the conditions a person named; as little as possible at first, or what they chose, as item keys. */
export const trackedFor = (
  conditions: readonly string[],
  chosen: readonly string[] | null = null,
): readonly TrackedGroup[] => {
  const usual = usualFor(conditions);
  if (chosen === null) return usual;
  return usual.map(({ id, first, further }) => {
    const all = [...first, ...further];
    const wanted = (item: TrackedItem): boolean => chosen.includes(itemKey(item));
    return { id, first: all.filter(wanted), further: all.filter((item) => !wanted(item)) };
  });
};

export const itemKey = ({ category, name }: Pick<TrackedItem, 'category' | 'name'>): string =>
  `${category}/${name}`;

const everything: ReadonlyMap<string, TrackedItem> = new Map(
  [
    ...trackedFor(Object.keys(skinOf)).flatMap(({ first, further }) => [...first, ...further]),
    bleeding,
    spotting,
  ].map((item) => [itemKey(item), item]),
);

/** How something is scored on Today; undefined for what is not. */
export const itemOf = (key: string): TrackedItem | undefined => everything.get(key);

/** Keys of all that can be scored on Today. */
export const allItemKeys = (): readonly string[] => [...everything.keys()];
