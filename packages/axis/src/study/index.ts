export { checkFactors, type Factor, settingsAt, usualFactors } from './factors.ts';
export { type MorrisEffect, morris } from './morris.ts';
export { checkOutput, type Quantity, quantityOf, viewOf } from './quantity.ts';
export { type SobolIndex, type SobolResult, sobol } from './sobol.ts';
export { type SweepPoint, sweep } from './sweep.ts';
