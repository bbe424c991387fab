import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { Failed } from './failed.tsx';
import { reportIn } from './report-file.ts';
import { ReportReadings } from './report-readings.tsx';
import { type Appointment, attachReport, detachReport } from './server.ts';
import { useTask } from './use-task.ts';
import { useClinicWords } from './words.ts';

interface Chosen {
  readonly name: string;
  readonly report: NonNullable<ReturnType<typeof reportIn>>;
}

/** On wish a report goes with the appointment: a file that the person has saved. */
export const Attach = ({
  appointment: { id, names, reportAt },
  token,
  onChange,
}: {
  readonly appointment: Appointment;
  /** Of a link that moves or cancels it. */
  readonly token: string;
  /** Reads the appointment anew. */
  readonly onChange: () => Promise<void>;
}) => {
  const text = useClinicWords();
  const { i18n } = useLingui();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [isWrong, setWrong] = useState(false);
  const [done, setDone] = useState('');
  const { busy, failure, run } = useTask();
  const name = names.practitioner;
  const choose = (file: File): void =>
    run(async () => {
      setDone('');
      const report = reportIn(new Uint8Array(await file.arrayBuffer()));
      setWrong(report === null);
      setChosen(report === null ? null : { name: file.name, report });
    });
  const act = (work: () => Promise<void>, said: string): void =>
    run(async () => {
      setDone('');
      await work();
      setChosen(null);
      setDone(said);
      await onChange();
    });
  return (
    <section className="stack tight" aria-labelledby="appointment-report">
      <h2 id="appointment-report">{text('report.title')}</h2>
      {reportAt === null ? (
        <p>
          {text('report.says', { name })} <a href="./#/report">{text('report.room')}</a>
        </p>
      ) : (
        <p>
          {text('report.attached', {
            name,
            when: new Date(reportAt).toLocaleString(i18n.locale, {
              dateStyle: 'medium',
              timeStyle: 'short',
            }),
          })}
        </p>
      )}
      <ReportReadings appointment={id} token={token} reportAt={reportAt} />
      <p role="status">{done}</p>
      {chosen === null ? (
        <div className="actions">
          <FileTrigger
            acceptedFileTypes={['.pdf', '.html', 'application/pdf', 'text/html']}
            onSelect={(files) => {
              const file = files?.[0];
              if (file !== undefined) choose(file);
            }}
          >
            <Button className="button" isDisabled={busy}>
              {text(reportAt === null ? 'report.choose' : 'report.other')}
            </Button>
          </FileTrigger>
          {reportAt !== null && (
            <Button
              className="button"
              isDisabled={busy}
              onPress={() => act(() => detachReport(id, token), text('report.taken-back'))}
            >
              {text('report.take-back')}
            </Button>
          )}
        </div>
      ) : (
        <div className="stack tight">
          <p>{text('report.sure', { file: chosen.name, name })}</p>
          <div className="actions">
            <Button
              className="button main"
              isDisabled={busy}
              autoFocus
              onPress={() => act(() => attachReport(id, token, chosen.report), text('report.done'))}
            >
              {text('report.attach')}
            </Button>
            <Button className="button" onPress={() => setChosen(null)}>
              {text('report.not')}
            </Button>
          </div>
        </div>
      )}
      <p role="alert" className="problem">
        {isWrong && text('report.wrong')}
      </p>
      <Failed failure={failure} acted />
    </section>
  );
};
