import { useLingui } from '@lingui/react';
import { useRead } from '../../account/use-read.ts';
import { dayInWords } from '../../days.ts';
import { clockAt, dayIn, timeIn } from '../clock.ts';
import { useDesk } from './catalogue.tsx';
import { DeskFailed } from './desk-failed.tsx';
import { readWaiting } from './server.ts';
import { useDeskWords } from './words.ts';

const short = { day: 'numeric', month: 'short' } as const;

/** Who waits for a start to become free. */
export const WaitingList = () => {
  const text = useDeskWords();
  const { i18n } = useLingui();
  const { catalogue } = useDesk();
  const { content, task } = useRead(readWaiting);
  const day = (one: string): string => dayInWords(one, i18n.locale, short);
  const nameOf = (id: string): string =>
    catalogue.practitioners.find((one) => one.id === id)?.name ?? id;
  return (
    <div className="stack">
      <h1>{text('waiting')}</h1>
      <p className="soft">{text('waiting.says')}</p>
      <p role="status" className="soft">
        {content === null
          ? task.busy && text('reading')
          : text('waiting.count', { count: content.length })}
      </p>
      <DeskFailed failure={task.failure} />
      <ol className="rows">
        {(content ?? []).map((one) => {
          const kept = one.offeredStart && clockAt(one.offeredStart, catalogue.clinic.zone);
          return (
            <li key={one.id}>
              <p>
                <strong>{one.name}</strong>
                <span>
                  {`${one.treatmentName}, ${text('days', { from: day(one.from), to: day(one.until) })}`}
                </span>
                <span className="soft small">
                  {[
                    ...(one.practitioner === null ? [] : [nameOf(one.practitioner)]),
                    text('waiting.since', { day: day(one.joinedAt.slice(0, 10)) }),
                  ].join(' · ')}
                </span>
                {kept && (
                  <span className="small">
                    {text('waiting.kept', { when: `${day(dayIn(kept))}, ${timeIn(kept)}` })}
                  </span>
                )}
              </p>
              <a href={`mailto:${one.email}`}>{one.email}</a>
            </li>
          );
        })}
      </ol>
    </div>
  );
};
