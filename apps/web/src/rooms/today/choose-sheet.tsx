import { Button } from 'react-aria-components';
import { changeSettings, reticked } from '../../change-settings.ts';
import { Sheet } from '../../design/sheet.tsx';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { trackedIn } from '../../settings.ts';
import { itemKey, type TrackedGroup } from '../../tracked.ts';
import { AskedBoxes } from '../start/asked.tsx';
import { useStartWords } from '../start/words.ts';

/** Which scores are asked for at once. */
export const ChooseSheet = ({
  groups,
  onClose,
}: {
  readonly groups: readonly TrackedGroup[];
  readonly onClose: () => void;
}) => {
  const text = useText();
  const says = useStartWords();
  const { journal } = useJournal();
  const chosen = groups.flatMap(({ first }) => first.map(itemKey));
  return (
    <Sheet title={text('today.choose')} onClose={onClose}>
      <p className="soft small">{says('asked.hint')}</p>
      <AskedBoxes
        groups={groups}
        onChange={(keys) =>
          void changeSettings(journal, (before) => ({
            tracked: [...reticked(trackedIn(before) ?? chosen, chosen, keys)],
          }))
        }
      />
      <div className="actions">
        <Button className="button main" onPress={onClose}>
          {text('app.done')}
        </Button>
        <Button className="button" onPress={() => void changeSettings(journal, { tracked: null })}>
          {says('asked.usual')}
        </Button>
      </div>
    </Sheet>
  );
};
