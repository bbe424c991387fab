export * from './calibration-band.ts';
export * from './diagnostics.ts';
export * from './distributed-lag.ts';
export * from './intervention-effect.ts';
export {
  type KalmanFilter,
  type KalmanSmoother,
  kalmanFilter,
  kalmanLogLikelihood,
  kalmanSmoother,
} from './kalman.ts';
export * from './least-squares.ts';
export * from './linear-algebra.ts';
export * from './local-level.ts';
export * from './multiple-testing.ts';
export * from './normal.ts';
export * from './ode/index.ts';
export * from './optimise.ts';
export { polyaGammaMoments } from './polya-gamma.ts';
export * from './random.ts';
export * from './regression.ts';
export * from './simulation-smoother.ts';
export * from './special.ts';
export * from './spike-slab.ts';
export * from './splines.ts';
export type { StateSpace } from './state-space.ts';
export * from './structural-series.ts';
export * from './welch.ts';
