import type { FoodResolution } from '@zonula/journal';
import { useEffect, useState } from 'react';
import { Button, Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components';
import { Sheet } from '../../design/sheet.tsx';
import { useName, useText } from '../../i18n/i18n.ts';
import { foodReader } from '../../workers/foods/client.ts';
import type { FoodChoice } from '../../workers/foods/questions.ts';

export interface ChipInQuestion {
  readonly words: string;
  readonly resolution: FoodResolution | null;
  readonly servings: number;
}

const portions = [
  { servings: 0.5, label: 'correct.half' },
  { servings: 1, label: 'correct.one' },
  { servings: 2, label: 'correct.double' },
  { servings: 3, label: 'correct.triple' },
] as const;

const useOthers = (typed: string): readonly FoodChoice[] => {
  const [others, setOthers] = useState<readonly FoodChoice[]>([]);
  useEffect(() => {
    let current = true;
    foodReader.ask('others', typed).then(
      (found) => current && setOthers(found),
      () => current && setOthers([]),
    );
    return () => {
      current = false;
    };
  }, [typed]);
  return others;
};

const Holds = ({ resolution }: { readonly resolution: FoodResolution }) => {
  const text = useText();
  const name = useName();
  const held = resolution.classes.map(({ class: key, probability }) =>
    probability > 0.5 ? name('class', key) : text('correct.maybe', { name: name('class', key) }),
  );
  return (
    <p className="soft small">
      <b>{`${text('correct.holds')}: `}</b>{' '}
      {held.length > 0 ? held.join(', ') : text('correct.nothing')}
    </p>
  );
};

/** What a word meant, and how much of it. A choice is remembered for the next time. */
export const CorrectSheet = ({
  chip,
  onClose,
  onChoose,
  onPortion,
  time,
  onTime,
  onRemove,
}: {
  readonly chip: ChipInQuestion;
  readonly onClose: () => void;
  readonly onChoose: (code: number) => void;
  readonly onPortion: (servings: number) => void;
  /** `HH:MM`, or the empty text for a time not known. */
  readonly time?: string;
  readonly onTime?: (time: string) => void;
  readonly onRemove?: (() => void) | undefined;
}) => {
  const text = useText();
  const [typed, setTyped] = useState('');
  const others = useOthers(typed.trim() === '' ? chip.words : typed);
  const code = chip.resolution?.code;
  return (
    <Sheet title={text('correct.title', { words: chip.words })} onClose={onClose}>
      {chip.resolution !== null && <Holds resolution={chip.resolution} />}
      <RadioGroup
        className="score levels"
        orientation="horizontal"
        value={`${chip.servings}`}
        onChange={(value) => onPortion(Number(value))}
      >
        <Label className="label">{text('correct.portion')}</Label>
        <div className="steps">
          {portions.map(({ servings, label }) => (
            <Radio key={servings} className="step" value={`${servings}`}>
              {text(label)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {onTime !== undefined && (
        <label className="meal-time">
          {text('today.when')}
          <input
            className="select"
            type="time"
            value={time ?? ''}
            onChange={({ target: { value } }) => onTime(value)}
          />
        </label>
      )}
      <div>
        <p className="soft small">{text('correct.hint')}</p>
        <ul className="choices" aria-label={text('correct.hint')}>
          {others.map((other) => (
            <li key={other.code}>
              <Button
                className={`button choice-button${other.code === code ? ' chosen' : ''}`}
                aria-pressed={other.code === code}
                onPress={() => onChoose(other.code)}
              >
                {other.name}
              </Button>
            </li>
          ))}
        </ul>
        {others.length === 0 && <p>{text('correct.none')}</p>}
      </div>
      <TextField className="field" value={typed} onChange={setTyped}>
        <Label>{text('correct.other')}</Label>
        <Input className="input" placeholder={text('correct.otherHint')} />
      </TextField>
      <div className="actions">
        <Button className="button main" onPress={onClose}>
          {text('app.done')}
        </Button>
        {onRemove !== undefined && (
          <Button className="button" onPress={onRemove}>
            {text('today.food.remove', { food: chip.words })}
          </Button>
        )}
      </div>
    </Sheet>
  );
};
