/** The models that can be run by name, in the order of `models`. */
export const modelNames = ['psoriasis', 'eczema', 'inflammation', 'crypt', 'transit'] as const;
