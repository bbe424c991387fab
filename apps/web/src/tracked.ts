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
const marks = levels('skin', 'marks');
const flushing = levels('skin', 'flushing');
const thickness = levels('skin', 'thickness');
const burning = upToTen('skin', 'burning');
const distress = upToTen('skin', 'distress');

const skinOf: Readonly<
  Record<
    string,
    { readonly first: readonly TrackedItem[]; readonly further: readonly TrackedItem[] }
  >
> = {
  acne: { first: [spots], further: [redness, marks] },
  eczema: { first: [itch, redness], further: [dryness, flaking, oozing] },
  rosacea: { first: [redness, flushing], further: [burning, spots] },
  psoriasis: { first: [itch, flaking], further: [thickness, redness] },
};

const unique = (items: readonly TrackedItem[]): readonly TrackedItem[] => [...new Set(items)];

/** What to score, for the conditions a person named; as little as possible at first. */
export const trackedFor = (conditions: readonly string[]): readonly TrackedGroup[] => {
  const known = conditions.flatMap((condition) => skinOf[condition] ?? []);
  const first = known.length === 0 ? [itch, redness] : unique(known.flatMap((one) => one.first));
  const all = known.length === 0 ? [dryness, flaking] : unique(known.flatMap((one) => one.further));
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
              'level.stool.usual',
              'level.stool.soft',
              'level.stool.watery',
            ] as const
          ).map((label, k) => ({ value: [1, 2, 4, 5, 7][k]!, label })),
          scale: { min: 1, max: 7 },
        },
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

export const itemKey = ({ category, name }: Pick<TrackedItem, 'category' | 'name'>): string =>
  `${category}/${name}`;
