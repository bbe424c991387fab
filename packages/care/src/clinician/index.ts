export { toDocument } from './bundle.ts';
export {
  type ClinicianInput,
  type DatedScore,
  makeClinicianPage,
} from './clinician-page.ts';
export { isShared, parseShare, type Share, shareParts } from './share.ts';
export { renderSheet } from './sheet.ts';
export { readTrialDone } from './trial-done.ts';
