import type { StoredEntry } from '@zonula/journal';
import { useId } from 'react';
import { Button } from 'react-aria-components';
import { Steps } from '../../design/steps.tsx';
import { useText } from '../../i18n/i18n.ts';
import type { TrackedItem } from '../../tracked.ts';
import type { Moment } from './entries.ts';
import { useScoreRow } from './use-score-row.ts';
import './stool.css';

/** The seven forms of Lewis and Heaton (1997), in our own drawing: hard lumps to water. */
const forms: readonly string[] = [
  'M9 17a3 3 0 1 0 .01 0M18 11a3.200 3.200 0 1 0 .01 0M27 17.500a3 3 0 1 0 .01 0M19 19.500a2.800 2.800 0 1 0 .01 0M36 12.500a3 3 0 1 0 .01 0',
  'M7 18c-2-4 2-8 6-6 2-4 8-4 9 0 3-3 8-2 9 1 5-1 8 3 6 6-1 4-6 4-8 2-2 3-7 3-9 1-3 2-8 1-9-1-2 1-4 0-4-3z',
  'M6 17c0-4 3-6 8-6h16c5 0 8 3 8 6s-3 6-8 6H14c-5 0-8-2-8-6zM13 12l2 4M20 11.500l-1 4 2 2M27 12l2 4M33 12.500l-1 4',
  'M5 18c0-4 4-6 9-6 7 0 9 2 15 1 5-1 10 1 10 5s-4 6-9 5c-6-1-9 1-16 1-5 0-9-2-9-6z',
  'M8 15.500a4.500 3.500 0 1 0 .01 0M20 11.500a5 3.800 0 1 0 .01 0M32 15.500a4.500 3.500 0 1 0 .01 0M21 20.500a4 3 0 1 0 .01 0',
  'M5 21c1-3 4-3 5-6 2 1 3-2 6-1 1-3 5-2 6 0 3-2 6 0 6 2 3-1 4 2 6 2 3 0 5 3 3 5H7c-2 0-3-1-2-2z',
  'M4 22c5-3 8 1 12-1s7-2 11 0 8-2 12 0c1 2-1 3-3 3H7c-3 0-4-1-3-2zM22 6c2 3 3.500 5 3.500 7a3.500 3.500 0 0 1-7 0c0-2 1.500-4 3.500-7z',
];

/** The form of the stool: seven drawings with words. */
export const StoolRow = ({
  item,
  stored,
  moment,
}: {
  readonly item: TrackedItem;
  readonly stored: StoredEntry | null;
  readonly moment: () => Moment;
}) => {
  const text = useText();
  const id = useId();
  const { label, value, choose, forget } = useScoreRow(item, stored, moment);
  return (
    <div role="radiogroup" aria-labelledby={id} className="score levels stool">
      <div className="score-head">
        <span className="label" id={id}>
          {label}
        </span>
        {value === null ? (
          <span className="score-value unknown-value">{text('today.notRecorded')}</span>
        ) : (
          <Button className="button plain stool-clear" onPress={forget}>
            {text('today.clear', { item: label })}
          </Button>
        )}
      </div>
      <Steps
        steps={item.steps.map(({ value: step, label: words }, index) => ({
          value: step,
          words: (
            <span className="stool-step">
              <svg viewBox="0 0 44 30" aria-hidden="true">
                <path d={forms[index]!} />
              </svg>
              {words !== null && text(words)}
            </span>
          ),
          under: false,
        }))}
        chosen={value}
        onChoose={choose}
      />
    </div>
  );
};
