import type { ReactNode } from 'react';
import type { Says } from '../../i18n/room-words.ts';
import { Refused, Unreachable } from '../server.ts';
import { type DeskKey, useDeskWords } from './words.ts';

const said: ReadonlyMap<string, DeskKey> = new Map([
  ['changed-meanwhile', 'problem.changed'],
  ['needed-since', 'problem.needed-since'],
  ['just-taken', 'problem.taken'],
  ['not-offered', 'problem.not-offered'],
  ['already-cancelled', 'problem.changed'],
  ['not-confirmed', 'problem.changed'],
  ['already-begun', 'problem.begun'],
  ['not-begun', 'problem.not-begun'],
  ['unknown-appointment', 'problem.gone'],
  ['unknown-key', 'problem.gone'],
  ['unknown-treatment', 'problem.gone'],
  ['unknown-version', 'problem.gone'],
  ['question-unanswered', 'problem.unanswered'],
  ['ask-the-clinic', 'problem.talk-first'],
  ['too-many', 'problem.too-many'],
  ['not-signed-in', 'problem.signed-out'],
  ['not-allowed', 'problem.not-allowed'],
  ['no-clinic', 'problem.no-clinic'],
  ['unavailable', 'problem.unavailable'],
  ['defect', 'problem.defect'],
  ['key-reused', 'problem.defect'],
]);

const wordsFor = (text: Says<DeskKey>, failure: unknown): string => {
  if (failure instanceof Unreachable) return text('problem.unreachable');
  if (!(failure instanceof Refused)) throw failure;
  if (failure.code === 'invalid') {
    const places = failure.errors.map(({ path }) => path).join(', ');
    return text('problem.invalid', { places });
  }
  const key = said.get(failure.code);
  return key === undefined ? text('problem.other', { title: failure.message }) : text(key);
};

/** Says what went wrong at the desk. */
export const DeskFailed = ({
  failure,
  children,
}: {
  readonly failure: unknown;
  readonly children?: ReactNode;
}) => {
  const text = useDeskWords();
  if (failure === null) return null;
  return (
    <div role="alert" className="stack tight problem">
      <p>{wordsFor(text, failure)}</p>
      {children}
    </div>
  );
};
