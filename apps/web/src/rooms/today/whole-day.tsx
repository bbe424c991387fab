import type { StoredEntry } from '@zonula/journal';
import { memo } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { type Moment, stampOf } from './entries.ts';

export const isWholeDay = ({ entry: { category, name } }: StoredEntry): boolean =>
  category === 'day' && name === 'complete';

/** Says that the list of foods is whole: only then is what it does not hold known as not eaten. */
export const WholeDay = memo(function WholeDay({
  stored,
  ate,
  moment,
}: {
  readonly stored: StoredEntry | null;
  /** Something is written down for the day. */
  readonly ate: boolean;
  readonly moment: () => Moment;
}) {
  const text = useText();
  const { journal, announce } = useJournal();
  const label = text(ate ? 'today.food.complete' : 'today.nothing');
  const turn = async (whole: boolean): Promise<void> => {
    if (whole)
      await journal.add([
        { ...stampOf(moment(), false), category: 'day', name: 'complete', value: 1 },
      ]);
    else if (stored !== null) await journal.remove([stored.id]);
    announce(label);
  };
  return (
    <ToggleButton
      className={`choice whole-day${ate ? '' : ' nothing'}`}
      isSelected={stored !== null}
      onChange={(whole) => void turn(whole)}
    >
      <span>
        {label}
        <span className="soft small block">
          {text(ate ? 'today.food.completeHint' : 'today.nothingHint')}
        </span>
      </span>
    </ToggleButton>
  );
});
