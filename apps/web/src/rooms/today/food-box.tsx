import { type FormEvent, memo, useRef, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { foodReader } from '../../workers/foods/client.ts';
import type { ReadText } from '../../workers/foods/questions.ts';
import type { ChipInQuestion } from './correct-sheet.tsx';
import { type Eaten, foodEntry, type Moment } from './entries.ts';
import { FoodChip } from './food-chip.tsx';
import { LazyCorrectSheet } from './lazy-correct-sheet.tsx';
import { putBack } from './put-back.ts';
import { useAddFoods } from './use-add-foods.ts';
import { rememberFood } from './use-corrections.ts';
import { useReading } from './use-reading.ts';

const eatenIn = (text: ReadText, servingsOf: ReadonlyMap<string, number>): readonly Eaten[] => [
  ...text.items.map(({ resolution }) => ({
    words: resolution.words,
    resolution,
    servings: servingsOf.get(resolution.words) ?? 1,
  })),
  ...text.unknown.map((words) => ({ words, resolution: null, servings: 1 })),
];

/** Words become foods while they are typed. What is not known is kept as it was written. */
export const FoodBox = memo(function FoodBox({
  moment,
  version,
}: {
  readonly moment: () => Moment;
  readonly version: number;
}) {
  const text = useText();
  const { journal } = useJournal();
  const addFoods = useAddFoods();
  const [typed, setTyped] = useState('');
  const [servingsOf, setServingsOf] = useState<ReadonlyMap<string, number>>(new Map());
  const [asked, setAsked] = useState<string | null>(null);
  const reading = useReading(typed, version);
  const eaten = reading.text === null ? [] : eatenIn(reading.text, servingsOf);
  const inQuestion: ChipInQuestion | undefined = eaten.find(({ words }) => words === asked);

  const reads = useRef(false);
  const readNow = async (wanted: string): Promise<ReadText> => {
    reads.current = true;
    try {
      return await foodReader.ask('read', wanted);
    } catch {
      return { items: [], unknown: [wanted], notes: [] };
    } finally {
      reads.current = false;
    }
  };
  const write = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wanted = typed.trim();
    if (wanted === '' || reads.current) return;
    const now = moment();
    const understood =
      reading.of === typed && reading.text !== null ? reading.text : await readNow(wanted);
    // The words stand in the box until something is made of them.
    setTyped((still) => (still === typed ? '' : still));
    setServingsOf(new Map());
    const all = eatenIn(understood, servingsOf);
    const kept = all.length > 0 ? all : [{ words: wanted, resolution: null, servings: 1 }];
    await putBack(setTyped, typed, () => addFoods(kept.map((one) => foodEntry(one, now))));
  };
  const portion = (words: string, servings: number): void =>
    setServingsOf(new Map([...servingsOf, [words, servings]]));

  return (
    <form className="food-box" onSubmit={(event) => void write(event)}>
      <TextField className="field" value={typed} onChange={setTyped} autoComplete="off">
        <Label className="visually-hidden">{text('today.food.question')}</Label>
        <div className="food-line">
          <Input
            className="input"
            placeholder={text('today.food.placeholder')}
            enterKeyHint="done"
            maxLength={2000}
          />
          <Button className="button main" type="submit" isDisabled={typed.trim() === ''}>
            {text('today.food.add')}
          </Button>
        </div>
      </TextField>
      {eaten.length > 0 && (
        <ul className="chips" aria-label={text('today.food.understood')}>
          {eaten.map(({ words, resolution, servings }, index) => (
            <li key={`${words}-${index}`}>
              <FoodChip
                words={words}
                resolution={resolution}
                servings={servings}
                onPress={() => setAsked(words)}
              />
            </li>
          ))}
        </ul>
      )}
      {reading.text?.unknown.map((words) => (
        <p key={words} className="small unknown-words">
          {text('today.food.unknown', { words })}
        </p>
      ))}
      {reading.failed && <p className="small unknown-words">{text('today.food.failed')}</p>}
      {inQuestion !== undefined && (
        <LazyCorrectSheet
          chip={inQuestion}
          onClose={() => setAsked(null)}
          onChoose={(code) => {
            setAsked(null);
            void rememberFood(journal, inQuestion.words, code);
          }}
          onPortion={(servings) => portion(inQuestion.words, servings)}
        />
      )}
    </form>
  );
});
