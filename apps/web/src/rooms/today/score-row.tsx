import type { StoredEntry } from '@zonula/journal';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { useName, useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { itemKey, type TrackedItem } from '../../tracked.ts';
import { type Moment, scoreEntry } from './entries.ts';

const Cross = () => (
  <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
    <path d="M7 7l10 10M17 7L7 17" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  </svg>
);

/** One score, one tap. Nothing tapped is not written down, which is not the same as none. */
export const ScoreRow = ({
  item,
  stored,
  moment,
}: {
  readonly item: TrackedItem;
  readonly stored: StoredEntry | null;
  readonly moment: () => Moment;
}) => {
  const text = useText();
  const name = useName();
  const { journal, announce } = useJournal();
  const label = name('item', itemKey(item));
  const value = stored?.entry.value ?? null;
  const wordsOf = (wanted: number): string => {
    const step = item.steps.find((one) => one.value === wanted);
    if (step?.label) return text(step.label);
    return wanted === 0 ? `0, ${text('today.none')}` : `${wanted}`;
  };
  const write = async (next: number): Promise<void> => {
    const entry = scoreEntry(item, next, moment());
    if (stored === null) await journal.add([entry]);
    else await journal.edit(stored.id, { ...stored.entry, ...entry });
    announce(text('today.saved.score', { item: label, value: wordsOf(next) }));
  };
  const clear = async (): Promise<void> => {
    if (stored === null) return;
    await journal.remove([stored.id]);
    announce(text('today.cleared', { item: label }));
  };
  const isNumeric = item.steps.every(({ label: words }) => words === null);
  return (
    <RadioGroup
      className={`score ${isNumeric ? 'numbers' : 'levels'} ${item.moreIsBetter ? 'good' : 'bad'}`}
      value={value === null ? null : `${value}`}
      onChange={(next) => void write(Number(next))}
      orientation="horizontal"
    >
      <div className="score-head">
        <Label className="label">{label}</Label>
        <span className={value === null ? 'score-value unknown-value' : 'score-value'}>
          {value === null ? text('today.notRecorded') : wordsOf(value)}
        </span>
        {stored !== null && (
          <Button
            className="button plain round clear"
            aria-label={text('today.clear', { item: label })}
            onPress={() => void clear()}
          >
            <Cross />
          </Button>
        )}
      </div>
      <div className="steps">
        {item.steps.map(({ value: step, label: words }) => (
          <Radio
            key={step}
            value={`${step}`}
            className={`step${value !== null && step < value && isNumeric ? ' under' : ''}`}
          >
            {words === null ? step : text(words)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
};
