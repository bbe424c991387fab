import type { Entry } from '@zonula/journal';

/** What a value may be: a score on its scale, an amount not below zero; weather may be anything. */
export const endsOf = ({
  scale,
  category,
}: Pick<Entry, 'scale' | 'category'>): { readonly min?: number; readonly max?: number } =>
  scale ?? (category === 'weather' ? {} : { min: 0 });
