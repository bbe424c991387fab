import { Button } from 'react-aria-components';
import { saveFile } from '../../browser.ts';
import type { ReportView } from '../../workers/care/questions.ts';
import { useReportWords } from './words.ts';

/** Paper or PDF, a page of its own, a document for a clinic's system, a table. */
export const TakeAlong = ({
  view,
  today,
  isReady,
}: {
  readonly view: ReportView;
  readonly today: string;
  readonly isReady: boolean;
}) => {
  const text = useReportWords();
  const name = `zonula-report-${today}`;
  const { html, fhir, csv, rows } = view;
  return (
    <div className="take-along stack tight">
      <div className="actions">
        <Button className="button main" isDisabled={!isReady} onPress={() => window.print()}>
          {text('print')}
        </Button>
        <Button
          className="button"
          isDisabled={!isReady}
          onPress={() => saveFile(`${name}.html`, 'text/html', html)}
        >
          {text('save.html')}
        </Button>
        <Button
          className="button"
          isDisabled={!isReady}
          onPress={() => saveFile(`${name}.json`, 'application/fhir+json', fhir)}
        >
          {text('save.fhir')}
        </Button>
        {csv !== null && (
          <Button
            className="button"
            isDisabled={!isReady}
            onPress={() => saveFile(`${name}.csv`, 'text/csv', csv)}
          >
            {text('save.csv')}
          </Button>
        )}
      </div>
      <p className="soft small">
        {text('print.hint')} {csv !== null && text('rows', { count: rows })}
      </p>
    </div>
  );
};
