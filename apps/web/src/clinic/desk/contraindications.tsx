import type { Treatment } from '@zonula/clinic';
import { Button } from 'react-aria-components';
import { Line } from './fields.tsx';
import { useDeskWords } from './words.ts';

type Questions = Treatment['contraindications'];

/** What is asked before booking. Whoever answers yes is told the advice and books nothing. */
export const Contraindications = ({
  value,
  onChange,
  isWrong,
}: {
  readonly value: Questions;
  readonly onChange: (value: Questions) => void;
  readonly isWrong: boolean;
}) => {
  const text = useDeskWords();
  const put = (index: number, change: Partial<Questions[number]>): void =>
    onChange(value.map((one, k) => (k === index ? { ...one, ...change } : one)));
  return (
    <fieldset className="desk-group">
      <legend>{text('questions')}</legend>
      <p className="soft small">{text('questions.says')}</p>
      {value.map(({ id, question, advice }, index) => (
        // A new one has no id before it is saved.
        <div key={`${id} ${index}`} className="desk-item stack tight">
          <Line
            label={text('question', { number: index + 1 })}
            value={question}
            onChange={(next) => put(index, { question: next })}
            problem={isWrong && question.trim() === '' ? text('question.missing') : null}
            most={300}
          />
          <Line
            label={text('advice')}
            value={advice}
            onChange={(next) => put(index, { advice: next })}
            problem={isWrong && advice.trim() === '' ? text('advice.missing') : null}
            most={500}
          />
          <div className="actions">
            <Button
              className="button plain"
              onPress={() => onChange(value.filter((_, k) => k !== index))}
            >
              {text('question.remove', { number: index + 1 })}
            </Button>
          </div>
        </div>
      ))}
      <div className="actions">
        <Button
          className="button"
          isDisabled={value.length >= 30}
          onPress={() => onChange([...value, { id: '', question: '', advice: '' }])}
        >
          {text('question.add')}
        </Button>
      </div>
    </fieldset>
  );
};
