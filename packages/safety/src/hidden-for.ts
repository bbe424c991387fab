import type { Profile } from './profile.ts';

/** What may not be shown to a person anywhere in the product. */
export interface Hidden {
  /** Food suspects, and everything else that names what is eaten. */
  readonly foods: boolean;
  readonly energy: boolean;
  readonly weight: boolean;
  /** Why; empty when nothing is hidden. */
  readonly because: readonly ('under-18' | 'eating-disorder')[];
}

/** Under 18, or an eating disorder now or before: no food suspects, no energy, no weight. */
export const hiddenFor = ({
  ageBand,
  eatingDisorder,
}: Pick<Profile, 'ageBand' | 'eatingDisorder'>): Hidden => {
  const because: Hidden['because'] = [
    ...(ageBand === 'under-18' ? (['under-18'] as const) : []),
    ...(eatingDisorder === 'past' || eatingDisorder === 'present'
      ? (['eating-disorder'] as const)
      : []),
  ];
  const hides = because.length > 0;
  return { foods: hides, energy: hides, weight: hides, because };
};
