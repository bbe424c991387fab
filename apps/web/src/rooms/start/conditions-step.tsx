import type { Condition } from '@zonula/safety';
import { Button, Checkbox, CheckboxGroup } from 'react-aria-components';
import { useText } from '../../i18n/i18n.ts';
import { Asked } from './asked.tsx';

export const skinConditions = ['acne', 'eczema', 'rosacea', 'psoriasis'] as const;

/** Boxes for the skin conditions; none marked is an answer too. */
export const ConditionBoxes = ({
  chosen,
  onChange,
  label,
}: {
  readonly chosen: readonly Condition[];
  readonly onChange: (chosen: readonly Condition[]) => void;
  readonly label: string;
}) => {
  const text = useText();
  return (
    <CheckboxGroup
      className="stack tight"
      aria-label={label}
      value={[...chosen]}
      onChange={(values) => {
        const others = chosen.filter((one) => !skinConditions.some((known) => known === one));
        onChange([...others, ...skinConditions.filter((one) => values.includes(one))]);
      }}
    >
      {skinConditions.map((condition) => (
        <Checkbox key={condition} value={condition} className="choice">
          {text(`condition.${condition}`)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
};

export const ConditionsStep = ({
  chosen,
  onChange,
  asked,
  onAsk,
  onNext,
  onBack,
}: {
  readonly chosen: readonly Condition[];
  readonly onChange: (chosen: readonly Condition[]) => void;
  readonly asked: readonly string[] | null;
  readonly onAsk: (keys: readonly string[] | null) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
}) => {
  const text = useText();
  return (
    <div className="stack">
      <h1>{text('start.conditions.title')}</h1>
      <p className="soft">{text('start.conditions.hint')}</p>
      <ConditionBoxes chosen={chosen} onChange={onChange} label={text('start.conditions.title')} />
      <Asked conditions={chosen} chosen={asked} onChange={onAsk} />
      <div className="actions">
        <Button className="button main" onPress={onNext}>
          {text(chosen.length === 0 ? 'start.conditions.none' : 'app.next')}
        </Button>
        <Button className="button plain" onPress={onBack}>
          {text('app.back')}
        </Button>
      </div>
    </div>
  );
};
