import type { StoredEntry } from '@zonula/journal';
import { ToggleButton } from 'react-aria-components';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { type Moment, stampOf } from './entries.ts';

/** Says that the list of foods is whole: only then is what it does not hold known as not eaten. */
export const WholeDay = ({
  entries,
  moment,
}: {
  readonly entries: readonly StoredEntry[];
  readonly moment: () => Moment;
}) => {
  const text = useText();
  const { journal, announce } = useJournal();
  const stored = entries.find(({ entry }) => entry.category === 'day' && entry.name === 'complete');
  const label = text('today.food.complete');
  const turn = async (whole: boolean): Promise<void> => {
    if (whole)
      await journal.add([
        { ...stampOf(moment(), false), category: 'day', name: 'complete', value: 1 },
      ]);
    else if (stored !== undefined) await journal.remove([stored.id]);
    announce(label);
  };
  return (
    <ToggleButton
      className="choice whole-day"
      isSelected={stored !== undefined}
      onChange={(whole) => void turn(whole)}
    >
      <span>
        {label}
        <span className="soft small block">{text('today.food.completeHint')}</span>
      </span>
    </ToggleButton>
  );
};
