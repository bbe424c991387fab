import type { StoredEntry } from '@zonula/journal';
import { type FormEvent, useState } from 'react';
import { Button, Checkbox, CheckboxGroup, Input, Label, TextField } from 'react-aria-components';
import { Sheet } from '../../../design/sheet.tsx';
import { useJournal, useLive } from '../../../journal/context.tsx';
import { mealsOf } from '../meals.ts';
import { useFoodWords } from './words.ts';

/** Gives a meal a name, so that one tap writes it down. */
export const FavouriteSheet = ({
  foods,
  onClose,
}: {
  readonly foods: readonly StoredEntry[];
  readonly onClose: () => void;
}) => {
  const says = useFoodWords();
  const { journal, announce } = useJournal();
  const favourites = useLive((open) => open.documents('favourite'), []);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(
    () =>
      mealsOf(foods)
        .at(-1)
        ?.foods.map(({ id }) => id) ?? [],
  );
  const label = name.trim();
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const entries = foods
      .filter(({ id }) => chosen.includes(id))
      .map(({ entry: { category, name: dish, value, food, unit } }) => ({
        category,
        name: dish,
        value,
        ...(food === undefined ? {} : { food }),
        ...(unit === undefined ? {} : { unit }),
      }));
    if (label === '' || entries.length === 0) return;
    onClose();
    await journal.put('favourite', label.toLowerCase(), { label, entries });
    announce(says('favourite.kept', { name: label }));
  };
  const forget = async (key: string, named: string): Promise<void> => {
    await journal.removeDocument('favourite', key);
    announce(says('favourite.removed', { name: named }));
  };
  return (
    <Sheet title={says('favourite.title')} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void keep(event)}>
        <TextField className="field" value={name} onChange={setName} autoFocus>
          <Label>{says('favourite.name')}</Label>
          <Input className="input" placeholder={says('favourite.placeholder')} maxLength={120} />
        </TextField>
        <CheckboxGroup className="stack tight" value={[...chosen]} onChange={setChosen}>
          <Label className="label">{says('favourite.holds')}</Label>
          {foods.map(({ id, entry }) => (
            <Checkbox key={id} value={id} className="choice">
              {entry.name}
            </Checkbox>
          ))}
        </CheckboxGroup>
        <div className="actions">
          <Button
            className="button main"
            type="submit"
            isDisabled={label === '' || chosen.length === 0}
          >
            {says('favourite.keep')}
          </Button>
        </div>
      </form>
      {favourites !== undefined && favourites.length > 0 && (
        <section>
          <h3 className="small-heading">{says('favourite.have')}</h3>
          <ul className="suggestions">
            {favourites.map(({ key, value }) => (
              <li key={key}>
                <Button className="button plain" onPress={() => void forget(key, value.label)}>
                  {says('favourite.remove', { name: value.label })}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Sheet>
  );
};
