export const grains = ['dish', 'ingredient', 'class', 'entry'] as const;
export type Grain = (typeof grains)[number];
