import type { StoredEntry } from '@zonula/journal';
import { bleeding, spotting } from '../../../tracked.ts';
import { type Moment, scoreOf } from '../entries.ts';
import { ScoreRow } from '../score-row.tsx';
import { useAlsoWords } from './words.ts';

export const CyclePanel = ({
  entries,
  moment,
}: {
  readonly entries: readonly StoredEntry[];
  readonly moment: () => Moment;
}) => {
  const says = useAlsoWords();
  return (
    <div className="scores">
      {[bleeding, spotting].map((item) => (
        <ScoreRow key={item.name} item={item} stored={scoreOf(entries, item)} moment={moment} />
      ))}
      <p className="soft small">{says('cycle.hint')}</p>
    </div>
  );
};
