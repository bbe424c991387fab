export { zones } from './body-map.ts';
export { changeBetween } from './change.ts';
export type { Instrument, Score } from './instrument.ts';
export { instrumentOf, instruments, scoreAnswers, scoreFromTotal } from './score.ts';
export { vigaAdScale } from './viga-ad.ts';
