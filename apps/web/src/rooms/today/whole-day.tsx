import type { StoredEntry } from '@zonula/journal';
import { memo, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { createTurns } from '../../journal/in-turn.ts';
import { type Moment, stampOf } from './entries.ts';

export const isWholeDay = ({ entry: { category, name } }: StoredEntry): boolean =>
  category === 'day' && name === 'complete';

/** Says that the list of foods is whole: only then is what it does not hold known as not eaten. */
export const WholeDay = memo(function WholeDay({
  isWhole,
  ate,
  moment,
}: {
  readonly isWhole: boolean;
  /** Something is written down for the day. */
  readonly ate: boolean;
  readonly moment: () => Moment;
}) {
  const text = useText();
  const { journal, announce } = useJournal();
  const [inTurn] = useState(createTurns);
  const label = text(ate ? 'today.food.complete' : 'today.nothing');
  const turn = async (whole: boolean): Promise<void> => {
    const now = moment();
    const there = (await journal.day(now.day)).filter(isWholeDay).map(({ id }) => id);
    if (whole === there.length > 0) return;
    if (whole)
      await journal.add([{ ...stampOf(now, false), category: 'day', name: 'complete', value: 1 }]);
    else await journal.remove(there);
    announce(label);
  };
  return (
    <ToggleButton
      className={`choice whole-day${ate ? '' : ' nothing'}`}
      isSelected={isWhole}
      onChange={(whole) => void inTurn(() => turn(whole))}
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
