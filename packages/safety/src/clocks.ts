import { addDays } from '@zonula/diary';
import type { Condition } from './answers.ts';
import { type CountryProfile, inCountry } from './country.ts';
import type { Profile } from './profile.ts';

/** After how long something against a condition can be judged. Only times that a claim of the evidence names. */
export interface Clock {
  readonly condition: Condition;
  readonly kind: 'shop' | 'prescribed';
  readonly name: 'noticeable' | 'see-someone' | 'review';
  /** Weeks after the start. */
  readonly from: number;
  /** Null: from then on. */
  readonly to: number | null;
  /** Rings only while it does not get better. */
  readonly unlessBetter: boolean;
  readonly text: string;
  readonly evidence: string;
}

const noticeable = {
  condition: 'acne',
  name: 'noticeable',
  from: 6,
  to: 8,
  unlessBetter: false,
  text: 'It can take 6 to 8 weeks before you notice that a product or medicine for acne works. So this is the time to look.',
  evidence: 'A18',
} as const;

export const clocks: readonly Clock[] = [
  { ...noticeable, kind: 'shop' },
  { ...noticeable, kind: 'prescribed' },
  {
    condition: 'acne',
    kind: 'shop',
    name: 'see-someone',
    from: 8,
    to: null,
    unlessBetter: true,
    text: 'You have used it for 8 weeks or more, and you did not say that it got better. Talk with a pharmacist. {doctor}',
    evidence: 'A18',
  },
  {
    condition: 'acne',
    kind: 'prescribed',
    name: 'review',
    from: 12,
    to: null,
    unlessBetter: false,
    text: 'It has been 12 weeks. Now is the time for a review with whoever prescribed it.',
    evidence: 'A18',
  },
];

export interface ClockState {
  readonly condition: Condition;
  readonly name: Clock['name'];
  readonly state: 'not-yet' | 'now' | 'past';
  /** First day on which it rings. */
  readonly from: string;
  /** Last day; null: from then on. */
  readonly to: string | null;
  /** Null until it rings. */
  readonly text: string | null;
  readonly evidence: string;
}

/** Where the clocks of a person stand. Severe or scarring acne and distress wait for no clock: they are red flags. */
export const clocksOf = (
  { conditions, acneCare }: Pick<Profile, 'conditions' | 'acneCare'>,
  today: string,
  country: CountryProfile,
): readonly ClockState[] => {
  if (acneCare === null || !conditions?.includes('acne')) return [];
  const { kind, startedOn, change } = acneCare;
  return clocks
    .filter((clock) => clock.kind === kind && !(clock.unlessBetter && change === 'better'))
    .map(({ condition, name, from, to, text, evidence }) => {
      const first = addDays(startedOn, from * 7);
      const last = to === null ? null : addDays(startedOn, to * 7);
      const state = today < first ? 'not-yet' : last !== null && today > last ? 'past' : 'now';
      return {
        condition,
        name,
        state,
        from: first,
        to: last,
        text: state === 'now' ? inCountry(text, country) : null,
        evidence,
      };
    });
};
