export * from './least-squares.ts';
export * from './linear-algebra.ts';
export * from './normal.ts';
export { polyaGammaMoments } from './polya-gamma.ts';
export * from './random.ts';
export * from './special.ts';
