import { useState } from 'react';
import { Button, Radio, RadioGroup } from 'react-aria-components';
import type { Answers, Clinic, Treatment } from './server.ts';
import { useClinicWords } from './words.ts';

/** What the clinic asks before this treatment. Whoever says yes is told to talk to the clinic and is not booked. */
export const Questions = ({
  clinic,
  treatment: { name, contraindications },
  onAnswer,
}: {
  readonly clinic: Clinic;
  readonly treatment: Treatment;
  readonly onAnswer: (answers: Answers) => void;
}) => {
  const text = useClinicWords();
  const [given, setGiven] = useState<ReadonlyMap<string, boolean>>(new Map());
  const against = contraindications.filter(({ id }) => given.get(id) === true);
  const complete = contraindications.every(({ id }) => given.has(id));
  return (
    <div className="stack">
      <h1>{text('questions.title', { name })}</h1>
      <p className="soft">{text('questions.kept')}</p>
      {contraindications.map(({ id, question }) => (
        <div key={id} className="stack tight">
          <p id={`question-${id}`} className="label">
            {question}
          </p>
          <RadioGroup
            className="either"
            aria-labelledby={`question-${id}`}
            value={given.has(id) ? (given.get(id) ? 'yes' : 'no') : null}
            onChange={(value) => setGiven(new Map(given).set(id, value === 'yes'))}
          >
            <Radio value="yes" className="choice one">
              {text('yes')}
            </Radio>
            <Radio value="no" className="choice one">
              {text('no')}
            </Radio>
          </RadioGroup>
        </div>
      ))}
      <div role="status" className="stack">
        {against.length > 0 && (
          <div className="first-things">
            <p>{text('questions.stop')}</p>
            {against.map(({ id, advice }) => (
              <p key={id} className="plain">
                {advice}
              </p>
            ))}
            <p className="plain facts">
              <a href={`tel:${clinic.contact.phone.replace(/[^+\d]/gu, '')}`}>
                {clinic.contact.phone}
              </a>
              <a href={`mailto:${clinic.contact.email}`}>{clinic.contact.email}</a>
            </p>
          </div>
        )}
      </div>
      <div className="actions">
        <Button
          className="button main"
          isDisabled={!complete || against.length > 0}
          onPress={() =>
            onAnswer(contraindications.map(({ id }) => ({ id, applies: given.get(id) === true })))
          }
        >
          {text('next')}
        </Button>
      </div>
    </div>
  );
};
