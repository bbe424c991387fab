import { useLingui } from '@lingui/react';
import { useEffect, useId, useState } from 'react';
import { Failed } from './failed.tsx';
import { type Reading, reportReadings } from './server.ts';
import { useTask } from './use-task.ts';
import { useClinicWords } from './words.ts';

/** Who read the report of an appointment; every reading is noted. */
export const ReportReadings = ({
  appointment,
  token,
  reportAt,
  title,
}: {
  readonly appointment: string;
  /** Of a link that moves or cancels it. */
  readonly token: string;
  /** When a report was attached that can be read now; null without one. */
  readonly reportAt: string | null;
  /** A heading, where it stands for itself. */
  readonly title?: string;
}) => {
  const text = useClinicWords();
  const { i18n } = useLingui();
  const [readings, setReadings] = useState<readonly Reading[] | null>(null);
  const heading = useId();
  const { failure, run } = useTask();
  useEffect(() => {
    run(async () => setReadings(await reportReadings(appointment, token)));
  }, [appointment, reportAt]);
  if (failure !== null) return <Failed failure={failure} acted={false} />;
  if (readings === null) return null;
  if (readings.length === 0 && reportAt === null) return null;
  const when = (at: string): string =>
    new Date(at).toLocaleString(i18n.locale, { dateStyle: 'medium', timeStyle: 'short' });
  const list =
    readings.length === 0 ? (
      <p>{text('report.unread')}</p>
    ) : (
      <ul>
        {readings.map(({ id, at, name }) => (
          <li key={id}>{text('report.read', { name, when: when(at) })}</li>
        ))}
      </ul>
    );
  if (title === undefined) return list;
  return (
    <section className="stack tight" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {list}
    </section>
  );
};
