export * from './discover.ts';
export { type Enumeration, enumerate, type Given } from './exact.ts';
export { type ForecastDay, forecastOutcome, type OutcomeForecastOptions } from './forecast.ts';
export { dailyKernels, type Kernel } from './kernels.ts';
export { type Dynamics, defaultPriors, type Priors, type Problem } from './model.ts';
export { summariseExposures } from './posterior.ts';
export { groupTwins, toProblem } from './problem.ts';
export { type ChainResult, createChain, type Draw, type Effort, runChain } from './sampler.ts';
export * from './suspects.ts';
