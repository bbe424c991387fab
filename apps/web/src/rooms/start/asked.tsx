import type { Condition } from '@zonula/safety';
import { useState } from 'react';
import { Button, Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import { useName, useText } from '../../i18n/i18n.ts';
import { itemKey, type TrackedGroup, trackedFor } from '../../tracked.ts';
import { useStartWords } from './words.ts';
import './asked.css';

const firstOf = (groups: readonly TrackedGroup[]): readonly string[] =>
  groups.flatMap(({ first }) => first.map(itemKey));

/** A box for everything that can be scored, in its groups. */
export const AskedBoxes = ({
  groups,
  onChange,
}: {
  readonly groups: readonly TrackedGroup[];
  readonly onChange: (keys: readonly string[]) => void;
}) => {
  const text = useText();
  const name = useName();
  const chosen = firstOf(groups);
  const choose = (group: TrackedGroup, keys: readonly string[]): void => {
    const own = new Set([...group.first, ...group.further].map(itemKey));
    onChange([...chosen.filter((key) => !own.has(key)), ...keys]);
  };
  return groups.map((group) => (
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
  ));
};

/** What is asked for at once, as a line of words, and how many taps that is. */
export const AskedList = ({ groups }: { readonly groups: readonly TrackedGroup[] }) => {
  const name = useName();
  const says = useStartWords();
  const asked = firstOf(groups);
  return (
    <>
      <ul className="asked">
        {asked.map((key) => (
          <li key={key}>{name('item', key)}</li>
        ))}
      </ul>
      <p className="soft small">{says('asked.taps', { count: asked.length })}</p>
    </>
  );
};

/** What will be asked each day, as little as possible; whoever wants something else unfolds it. */
export const Asked = ({
  conditions,
  chosen,
  onChange,
}: {
  readonly conditions: readonly Condition[];
  /** Keys of items; null: as suggested for these conditions. */
  readonly chosen: readonly string[] | null;
  readonly onChange: (keys: readonly string[] | null) => void;
}) => {
  const says = useStartWords();
  const [open, setOpen] = useState(false);
  const groups = trackedFor(conditions, chosen);
  return (
    <section className="stack tight asked-part" aria-labelledby="asked-title">
      <h2 id="asked-title">{says('asked.title')}</h2>
      <AskedList groups={groups} />
      <Button className="button plain" aria-expanded={open} onPress={() => setOpen(!open)}>
        {says('asked.change')}
      </Button>
      {open && (
        <div className="leaf stack">
          <p className="soft small">{says('asked.hint')}</p>
          <AskedBoxes groups={groups} onChange={onChange} />
          <div className="actions">
            <Button className="button" onPress={() => onChange(null)}>
              {says('asked.usual')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
};
