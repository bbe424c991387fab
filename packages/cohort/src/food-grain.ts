import type { Grain } from '@zonula/timeline';

export const foodGrains = ['dish', 'ingredient', 'class'] as const satisfies readonly Grain[];
export type FoodGrain = (typeof foodGrains)[number];
