import type { Entry, StoredEntry } from '@zonula/journal';
import { type FormEvent, useId, useState } from 'react';
import { Button, Input, Label, TextArea, TextField } from 'react-aria-components';
import { parts, places } from '../../body/places.ts';
import { useBodyWords } from '../../body/words.ts';
import { Steps } from '../../design/steps.tsx';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { itemOf } from '../../tracked.ts';
import { foodReader } from '../../workers/foods/client.ts';
import { withTime } from '../today/entries.ts';
import { endsOf } from './ends-of.ts';
import { useLabels } from './use-labels.ts';
import { useTimelineWords } from './words.ts';

/** What can be renamed: what the person named. */
const ownNames: ReadonlySet<string> = new Set([
  'food',
  'habit',
  'skincare',
  'supplement',
  'medication',
]);

/** A food under another name is another food. */
const renamed = async ({ food: _, ...entry }: Entry, name: string): Promise<Entry> => {
  if (entry.category !== 'food') return { ...entry, name };
  const read = await foodReader.ask('read', name).catch(() => null);
  const resolution = read?.items[0]?.resolution;
  return { ...entry, name, ...(resolution === undefined ? {} : { food: [resolution] }) };
};

/** Changes an entry where it stands. */
export const EntryEditor = ({
  stored,
  mayHoldNote,
  onDone,
}: {
  readonly stored: StoredEntry;
  /** False where notes are hidden: then they stay as they are. */
  readonly mayHoldNote: boolean;
  readonly onDone: () => void;
}) => {
  const text = useText();
  const says = useTimelineWords();
  const body = useBodyWords();
  const labels = useLabels();
  const { journal, announce } = useJournal();
  const { entry } = stored;
  const item = itemOf(`${entry.category}/${entry.name}`);
  const [name, setName] = useState(entry.name);
  const [value, setValue] = useState(entry.value === null ? '' : `${entry.value}`);
  const [time, setTime] = useState(entry.time ?? '');
  const [site, setSite] = useState(entry.site ?? '');
  const [note, setNote] = useState(entry.note ?? '');
  const [nameId, valueId, timeId, siteId] = [useId(), useId(), useId(), useId()];
  const isNote = entry.category === 'note';
  const hasValue = !isNote && entry.category !== 'day' && (entry.photos?.length ?? 0) === 0;
  const sites =
    entry.category === 'skin' &&
    (entry.site === undefined || places.some((place) => place.site === entry.site));
  const steps =
    item !== undefined && item.scale?.max === entry.scale?.max && hasValue ? item.steps : null;
  const number = value.trim() === '' ? null : Number(value);
  const { min, max } = endsOf(entry);
  const isUsable =
    number === null
      ? entry.value === null
      : Number.isFinite(number) && number >= (min ?? -Infinity) && number <= (max ?? Infinity);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isUsable) return;
    const latest = (await journal.entry(stored.id))?.entry;
    if (latest === undefined) return onDone();
    const { note: before, site: _, ...rest } = latest;
    const wanted = note.trim();
    const kept = mayHoldNote ? (wanted === '' ? undefined : wanted) : before;
    const changed = withTime(
      {
        ...rest,
        value: hasValue ? number : latest.value,
        ...(kept === undefined ? {} : { note: kept }),
        ...(site === '' ? {} : { site }),
      },
      time,
    );
    const called = name.trim();
    const whole =
      called === '' || called === latest.name ? changed : await renamed(changed, called);
    await journal.edit(stored.id, whole);
    announce(says('entry.saved', { item: labels.item(whole.category, whole.name) }));
    onDone();
  };

  return (
    <form className="entry-editor" onSubmit={(event) => void save(event)}>
      {ownNames.has(entry.category) && (
        <div className="field">
          <label htmlFor={nameId}>{says('entry.name')}</label>
          <input
            id={nameId}
            className="input"
            value={name}
            maxLength={2000}
            onChange={({ target }) => setName(target.value)}
          />
        </div>
      )}
      {steps !== null && (
        <fieldset className="score levels">
          <legend className="label">{says('entry.value')}</legend>
          <Steps
            steps={steps.map(({ value: step, label }) => ({
              value: step,
              words: label === null ? step : text(label),
              under: false,
            }))}
            chosen={number}
            onChoose={(next) => setValue(`${next}`)}
          />
        </fieldset>
      )}
      {steps === null && hasValue && (
        <div className="field">
          <label htmlFor={valueId}>
            {entry.category === 'food'
              ? says('entry.servings')
              : `${says('entry.value')}${entry.unit === undefined ? '' : ` (${entry.unit})`}`}
          </label>
          <input
            id={valueId}
            className="input"
            type="number"
            step="any"
            min={min}
            max={max}
            value={value}
            onChange={({ target }) => setValue(target.value)}
          />
        </div>
      )}
      <div className="entry-row">
        <div className="field">
          <label htmlFor={timeId}>{says('entry.time')}</label>
          <input
            id={timeId}
            className="select"
            type="time"
            value={time}
            onChange={({ target }) => setTime(target.value)}
          />
        </div>
        {sites && (
          <div className="field">
            <label htmlFor={siteId}>{says('entry.place')}</label>
            <select
              id={siteId}
              className="select"
              value={site}
              onChange={({ target }) => setSite(target.value)}
            >
              <option value="">{says('entry.place.none')}</option>
              {parts.map((part) => (
                <optgroup key={part} label={body(`part.${part}`)}>
                  {places
                    .filter((place) => place.part === part)
                    .map((place) => (
                      <option key={place.site} value={place.site}>
                        {labels.place(place.site)}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          </div>
        )}
      </div>
      {mayHoldNote && (
        <TextField className="field" value={note} onChange={setNote}>
          <Label>{says('entry.note')}</Label>
          {isNote ? (
            <TextArea className="input" rows={3} />
          ) : (
            <Input className="input" maxLength={20_000} />
          )}
        </TextField>
      )}
      <div className="actions">
        <Button className="button main" type="submit" isDisabled={!isUsable}>
          {says('entry.save')}
        </Button>
        <Button className="button plain" onPress={onDone}>
          {text('app.cancel')}
        </Button>
      </div>
    </form>
  );
};
