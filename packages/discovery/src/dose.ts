/** log2(1 + portions): one usual portion counts 1, two count 1.58: more is more, but ever less so. */
export const doseResponse = (portions: number): number => Math.log2(1 + portions);
