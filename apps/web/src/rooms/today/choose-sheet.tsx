import { Button, Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import { Sheet } from '../../design/sheet.tsx';
import { useName, useText } from '../../i18n/i18n.ts';
import { roomWords } from '../../i18n/room-words.ts';
import { useJournal } from '../../journal/context.tsx';
import { changeSettings } from '../../settings.ts';
import { itemKey, type TrackedGroup } from '../../tracked.ts';

const useWords = roomWords(
  'choose',
  {
    hint: 'Ask for as little as you can: what is written down every day tells most. The rest waits behind “more”.',
    usual: 'As suggested for my skin',
  },
  {
    hint: 'Frag so wenig wie möglich: Was jeden Tag dasteht, sagt am meisten. Der Rest wartet hinter „mehr“.',
    usual: 'Wie für meine Haut vorgeschlagen',
  },
);

/** Which scores are asked for at once. */
export const ChooseSheet = ({
  groups,
  onClose,
}: {
  readonly groups: readonly TrackedGroup[];
  readonly onClose: () => void;
}) => {
  const text = useText();
  const name = useName();
  const says = useWords();
  const { journal } = useJournal();
  const chosen = groups.flatMap(({ first }) => first.map(itemKey));
  const choose = (group: TrackedGroup, keys: readonly string[]): void => {
    const own = new Set([...group.first, ...group.further].map(itemKey));
    void changeSettings(journal, {
      tracked: [...chosen.filter((key) => !own.has(key)), ...keys],
    });
  };
  return (
    <Sheet title={text('today.choose')} onClose={onClose}>
      <p className="soft small">{says('hint')}</p>
      {groups.map((group) => (
        <CheckboxGroup
          key={group.id}
          className="stack tight"
          value={group.first.map(itemKey)}
          onChange={(keys) => choose(group, keys)}
        >
          <Label className="label">{text(`today.${group.id}`)}</Label>
          {[...group.first, ...group.further]
            .map((item) => ({ key: itemKey(item), label: name('item', itemKey(item)) }))
            .sort((a, b) => a.label.localeCompare(b.label))
            .map(({ key, label }) => (
              <Checkbox key={key} value={key} className="choice">
                {label}
              </Checkbox>
            ))}
        </CheckboxGroup>
      ))}
      <div className="actions">
        <Button className="button main" onPress={onClose}>
          {text('app.done')}
        </Button>
        <Button className="button" onPress={() => void changeSettings(journal, { tracked: null })}>
          {says('usual')}
        </Button>
      </div>
    </Sheet>
  );
};
