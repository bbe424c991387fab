export type { Appendix } from './appendix.ts';
export { toDocument } from './bundle.ts';
export {
  type ClinicianInput,
  type ClinicianPage,
  type DatedScore,
  makeClinicianPage,
} from './clinician-page.ts';
export { renderSheet } from './sheet.ts';
export { shadowStyle } from './sheet-style.ts';
export { readTrialDone } from './trial-done.ts';
