import type { TrialToday } from '@zonula/trial';
import { wrapped } from '../wrapped.ts';

/** What a day asks for, for a person. */
export const todayText = ({ date, day, days, text, until, counts, checks }: TrialToday): string => {
  const head = day === null ? date : `${date}, day ${day} of ${days}`;
  return `${[
    head,
    ...wrapped(text, '  '),
    ...(until === null
      ? []
      : wrapped(
          `Until ${until}.${counts ? '' : ' Today does not count yet, but write it down.'}`,
          '  ',
        )),
    ...checks.flatMap((check) => wrapped(check, '  ')),
  ].join('\n')}\n`;
};

/** A gate is shut: the trial stops, whatever the plan says. The food is not named, since it may be hidden. */
export const refusedText = (
  reasons: readonly { readonly text: string; readonly wayOut: string }[],
): string =>
  `${[
    'Stop here. This trial may not go on.',
    ...reasons.flatMap(({ text, wayOut }) => wrapped(`${text} ${wayOut}`, '  ')),
  ].join('\n')}\n`;
