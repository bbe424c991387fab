import type { Profile } from '@zonula/safety';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { useText } from '../../i18n/i18n.ts';

const ages = ['under-18', '18-59', '60-or-over'] as const;
const eatings = ['never', 'past', 'present'] as const;

/** Two questions that decide what is shown at all. Neither has to be answered. */
export const AgeStep = ({
  age,
  eating,
  onAge,
  onEating,
  onNext,
  onBack,
}: {
  readonly age: Profile['ageBand'];
  readonly eating: Profile['eatingDisorder'];
  readonly onAge: (age: Profile['ageBand']) => void;
  readonly onEating: (eating: Profile['eatingDisorder']) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
}) => {
  const text = useText();
  return (
    <div className="stack">
      <h1>{text('start.age.title')}</h1>
      <p className="soft">{text('start.age.why')}</p>
      <RadioGroup
        className="stack tight"
        aria-label={text('start.age.title')}
        value={age}
        onChange={(value) => onAge(ages.find((one) => one === value) ?? null)}
      >
        {ages.map((band) => (
          <Radio key={band} value={band} className="choice one">
            {text(`age.${band}`)}
          </Radio>
        ))}
      </RadioGroup>
      <RadioGroup
        className="stack tight"
        value={eating}
        onChange={(value) => onEating(eatings.find((one) => one === value) ?? null)}
      >
        <Label className="label">{text('start.eating.title')}</Label>
        {eatings.map((answer) => (
          <Radio key={answer} value={answer} className="choice one">
            {text(`eating.${answer}`)}
          </Radio>
        ))}
      </RadioGroup>
      <div className="actions">
        <Button className="button main" onPress={onNext}>
          {text(age === null || eating === null ? 'start.skip' : 'app.next')}
        </Button>
        <Button className="button plain" onPress={onBack}>
          {text('app.back')}
        </Button>
      </div>
    </div>
  );
};
