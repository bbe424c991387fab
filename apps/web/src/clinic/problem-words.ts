import type { Says } from '../i18n/room-words.ts';
import { Refused, Unreachable } from './server.ts';
import type { ClinicKey } from './words.ts';

const said: ReadonlyMap<string, ClinicKey> = new Map([
  ['just-taken', 'problem.just-taken'],
  ['hold-expired', 'problem.hold-expired'],
  ['ask-the-clinic', 'problem.ask-the-clinic'],
  ['not-offered', 'problem.not-offered'],
  ['already-cancelled', 'problem.already-cancelled'],
  ['already-begun', 'problem.already-begun'],
  ['link-used', 'problem.link-used'],
  ['link-missing', 'problem.link'],
  ['link-invalid', 'problem.link'],
  ['link-expired', 'problem.link'],
  ['link-other-purpose', 'problem.link'],
  ['unknown-appointment', 'problem.link'],
  ['too-many', 'problem.too-many'],
  ['unknown-treatment', 'problem.not-here'],
  ['no-clinic', 'problem.not-here'],
  ['no-waiting-list', 'problem.not-here'],
  ['no-newsletter', 'problem.not-here'],
  ['question-unanswered', 'problem.unanswered'],
  ['not-confirmed', 'problem.not-confirmed'],
  ['unavailable', 'problem.unavailable'],
  ['defect', 'problem.defect'],
  ['key-reused', 'problem.defect'],
  ['discount-invalid', 'problem.discount'],
  ['starts-free', 'problem.starts-free'],
  ['invalid', 'problem.invalid'],
]);

/** What a person is told of a failure. `acted` says that the request may have had its effect although no answer came. */
export const problemWords = (text: Says<ClinicKey>, failure: unknown, acted: boolean): string => {
  if (failure instanceof Unreachable) return text(acted ? 'unknown' : 'unreachable');
  if (!(failure instanceof Refused)) throw failure;
  const key = said.get(failure.code);
  return key === undefined ? text('problem.other', { title: failure.message }) : text(key);
};
