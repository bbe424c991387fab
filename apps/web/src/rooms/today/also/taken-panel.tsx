import type { Entry, StoredEntry } from '@zonula/journal';
import { type FormEvent, useState } from 'react';
import { Button, Input, Label, TextField, ToggleButton } from 'react-aria-components';
import { plusDays } from '../../../days.ts';
import { useJournal, useOnce } from '../../../journal/context.tsx';
import { type Moment, stampOf } from '../entries.ts';
import { putBack } from '../put-back.ts';
import { takenIn } from './taken.ts';
import { useAlsoWords } from './words.ts';

const lookBack = 60;
const mostUsual = 8;

export type TakenCategory = 'skincare' | 'supplement' | 'medication';

const amountOf = ({ value, unit }: Entry): string =>
  unit === undefined ? (value === 1 || value === null ? '' : ` × ${value}`) : ` ${value} ${unit}`;

/** What was taken or put on: what is usual with one tap, anything else in words. */
export const TakenPanel = ({
  category,
  entries,
  moment,
}: {
  readonly category: TakenCategory;
  /** Of this category on this day. */
  readonly entries: readonly StoredEntry[];
  readonly moment: () => Moment;
}) => {
  const says = useAlsoWords();
  const { journal, announce } = useJournal();
  const [typed, setTyped] = useState('');
  const { day } = moment();
  const usage = useOnce(
    async (open) =>
      (await open.usage(plusDays(day, -lookBack), plusDays(day, -1)))
        .map(({ latest }) => latest.entry)
        .filter((entry) => entry.category === category)
        .slice(0, mostUsual),
    [day, category],
  );
  const writtenOf = (name: string) =>
    entries.find(({ entry }) => entry.name.toLowerCase() === name.toLowerCase());
  const usual = (usage ?? []).filter(({ name }) => writtenOf(name) === undefined);
  const again = ({ name, value, unit }: Entry): Entry => ({
    ...stampOf(moment(), false),
    category,
    name,
    value: value === null || value === 0 ? 1 : value,
    ...(unit === undefined ? {} : { unit }),
  });
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (typed.trim() === '') return;
    const { name, value, unit } = takenIn(typed);
    setTyped('');
    await putBack(setTyped, typed, () =>
      journal.add([
        {
          ...stampOf(moment(), true),
          category,
          name,
          value,
          ...(unit === null ? {} : { unit }),
        },
      ]),
    );
    announce(says('taken.saved', { name }));
  };
  const addAgain = async (entry: Entry): Promise<void> => {
    await journal.add([again(entry)]);
    announce(says('taken.saved', { name: entry.name }));
  };
  const remove = async ({ id, entry }: StoredEntry): Promise<void> => {
    await journal.remove([id]);
    announce(says('taken.removed', { name: entry.name }));
  };
  const none = async (): Promise<void> => {
    await journal.add(usual.map((entry) => ({ ...again(entry), value: 0 })));
    announce(says('taken.noneSaved', { names: usual.map(({ name }) => name).join(', ') }));
  };
  return (
    <div className="stack">
      {category === 'medication' && <p className="soft small">{says('taken.medication.hint')}</p>}
      {(usual.length > 0 || entries.length > 0) && (
        <div>
          {usual.length > 0 && <p className="soft small">{says('taken.usual')}</p>}
          <ul className="suggestions">
            {entries.map((stored) => (
              <li key={stored.id}>
                <ToggleButton
                  className="suggestion taken"
                  isSelected
                  onChange={() => void remove(stored)}
                >
                  {stored.entry.value === 0
                    ? says('taken.not', { name: stored.entry.name })
                    : `${stored.entry.name}${amountOf(stored.entry)}`}
                </ToggleButton>
              </li>
            ))}
            {usual.map((entry) => (
              <li key={entry.name}>
                <ToggleButton
                  className="suggestion"
                  isSelected={false}
                  onChange={() => void addAgain(entry)}
                >
                  {entry.name}
                  {amountOf({ ...entry, value: entry.value || 1 })}
                </ToggleButton>
              </li>
            ))}
            {usual.length > 0 && (
              <li>
                <Button className="button plain" onPress={() => void none()}>
                  {says('taken.none')}
                </Button>
              </li>
            )}
          </ul>
          {usual.length > 0 && <p className="soft small">{says('taken.noneHint')}</p>}
        </div>
      )}
      <form onSubmit={(event) => void add(event)}>
        <TextField className="field" value={typed} onChange={setTyped} autoComplete="off">
          <Label>{says(`taken.${category}`)}</Label>
          <div className="food-line">
            <Input
              className="input"
              placeholder={says(`taken.${category}.placeholder`)}
              enterKeyHint="done"
              maxLength={300}
            />
            <Button className="button main" type="submit" isDisabled={typed.trim() === ''}>
              {says('add')}
            </Button>
          </div>
        </TextField>
      </form>
    </div>
  );
};
