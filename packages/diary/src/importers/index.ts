import type { Importer } from '../importer.ts';
import { appleHealth } from './apple-health.ts';
import { bearable } from './bearable.ts';
import { cronometer } from './cronometer.ts';
import { daylio } from './daylio.ts';
import { flaredown } from './flaredown.ts';
import { mysymptoms } from './mysymptoms.ts';
import { nomie } from './nomie.ts';
import { studyu } from './studyu.ts';

export { isoDate } from './foreign-dates.ts';
export { numberOf } from './table.ts';
export { placeFactor } from './vocabulary.ts';

/** The exports of other apps that can be read. */
export const importers: readonly Importer[] = [
  flaredown,
  bearable,
  daylio,
  mysymptoms,
  cronometer,
  nomie,
  appleHealth,
  studyu,
];
