import { useState } from 'react';
import { Button } from 'react-aria-components';
import { saveFile } from '../../browser.ts';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { type ExportFormat, exportFormats, hiddenFormats } from '../../workers/trials/questions.ts';
import { noteIn } from './result-notes.ts';
import { personIn, type TrialDocument } from './trial-document.ts';
import type { TrialsWorker } from './use-trials.ts';
import { useTrialsWords } from './words.ts';

type Saved =
  | { readonly state: 'idle' | 'no-days' }
  | { readonly state: 'saved'; readonly lost: readonly string[] }
  | { readonly state: 'failed'; readonly message: string };

/** The trial for a calendar, StudyU, FHIR or a table. */
export const ExportTrial = ({
  trial: { file },
  hidden,
  workerOf,
}: {
  readonly trial: TrialDocument;
  /** The person may not know the order yet. */
  readonly hidden: boolean;
  readonly workerOf: TrialsWorker;
}) => {
  const text = useTrialsWords();
  const app = useText();
  const { journal } = useJournal();
  const [saved, setSaved] = useState<Saved>({ state: 'idle' });
  const save = async (format: ExportFormat): Promise<void> => {
    try {
      const person = await personIn(journal);
      const made = await workerOf().ask('export', { ...person, file, format });
      if (made.kind === 'file') {
        saveFile(made.name, made.type, made.content);
        setSaved({ state: 'saved', lost: made.lost });
      } else if (made.kind === 'no-days') setSaved({ state: 'no-days' });
      else
        setSaved({ state: 'failed', message: made.reasons.map(({ text: why }) => why).join(' ') });
    } catch (error) {
      setSaved({
        state: 'failed',
        message: error instanceof Error ? error.message : `${error}`,
      });
    }
  };
  return (
    <details>
      <summary>{text('export.title')}</summary>
      <div className="stack tight">
        <div className="actions">
          {(hidden ? hiddenFormats : exportFormats).map((format) => (
            <Button key={format} className="button" onPress={() => void save(format)}>
              {text(`export.${format}`)}
            </Button>
          ))}
        </div>
        {hidden && <p className="soft small">{text('box.later')}</p>}
        {saved.state === 'no-days' && <p role="status">{text('export.noDays')}</p>}
        {saved.state === 'failed' && (
          <p role="alert">{app('app.failed', { message: saved.message })}</p>
        )}
        {saved.state === 'saved' && saved.lost.length > 0 && (
          <div role="status">
            <p className="soft">{text('export.lost')}</p>
            <ul className="said">
              {saved.lost.map((one) => (
                <li key={one}>{noteIn(text, one)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </details>
  );
};
