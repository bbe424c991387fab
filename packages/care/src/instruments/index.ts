export { zones } from './body-map.ts';
export { changeBetween } from './change.ts';
export type { Instrument, Score } from './instrument.ts';
export { vigaAdScale } from './viga-ad.ts';
