export { decide } from './decide.ts';
export * from './discover.ts';
export { discoverAll } from './discover-all.ts';
export { type Enumeration, enumerate, type Given } from './exact.ts';
export { type ChainTask, type DistantChain, effortFor, startChain } from './fit.ts';
export { type ForecastDay, forecastOutcome, type OutcomeForecastOptions } from './forecast.ts';
export { dailyKernels, type Kernel, kernelsFor } from './kernels.ts';
export { type Dynamics, defaultPriors, type Priors, type Problem } from './model.ts';
export { summariseExposures } from './posterior.ts';
export { groupTwins, toProblem } from './problem.ts';
export {
  type Chain,
  type ChainResult,
  createChain,
  type Draw,
  type Effort,
  runChain,
} from './sampler.ts';
export { suspectSets } from './sets.ts';
export * from './suspects.ts';
