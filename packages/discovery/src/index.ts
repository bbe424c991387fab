export * from './discover.ts';
export { type ForecastDay, forecastOutcome, type OutcomeForecastOptions } from './forecast.ts';
export * from './suspects.ts';
