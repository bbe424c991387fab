import type { Condition, Profile } from '@zonula/safety';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { todayHere } from '../../browser.ts';
import { useSafetyWords } from '../../engine-words/use-safety-words.ts';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { Mark } from '../../shell/mark.tsx';
import { AgeStep } from './age-step.tsx';
import { ConditionsStep } from './conditions-step.tsx';
import { FlagsStep } from './flags-step.tsx';
import { LostNotice } from './lost-notice.tsx';
import { countryOf, firstProfile, openFlags, withAnswers } from './profile.ts';
import { useExample } from './use-example.ts';
import './start.css';

type Step = 'welcome' | 'conditions' | 'age' | 'flags' | 'answers';
const steps: readonly Step[] = ['conditions', 'age', 'flags'];

const Welcome = ({ onBegin }: { readonly onBegin: () => void }) => {
  const text = useText();
  const { open, state } = useExample();
  return (
    <div className="stack welcome">
      <Mark size={112} />
      <h1>{text('start.title')}</h1>
      <LostNotice />
      <p className="lead">{text('start.lead')}</p>
      <p className="soft">{text('start.private')}</p>
      <div className="start-actions">
        <Button className="button main" onPress={onBegin}>
          {text('start.begin')}
        </Button>
        <Button className="button" onPress={open} isDisabled={state === 'making'}>
          {text('start.example')}
        </Button>
      </div>
      <p role="status" className="soft">
        {state === 'making' && text('example.making')}
        {state !== 'idle' && state !== 'making' && text('app.failed', { message: state.failed })}
      </p>
    </div>
  );
};

/** First run: as few questions as safety asks for. */
export const StartRoom = () => {
  const text = useText();
  const { journal } = useJournal();
  const says = useSafetyWords();
  const [step, setStep] = useState<Step>('welcome');
  const [conditions, setConditions] = useState<readonly Condition[]>([]);
  const [age, setAge] = useState<Profile['ageBand']>(null);
  const [eating, setEating] = useState<Profile['eatingDisorder']>(null);
  const [answered, setAnswered] = useState<Profile | null>(null);
  const today = todayHere();
  const profile = firstProfile(
    { conditions, ageBand: age, eatingDisorder: eating },
    countryOf(navigator.languages),
  );
  const finish = (whole: Profile): void => {
    void journal.put('profile', '', whole);
  };
  const answer = (marked: ReadonlySet<string>): void => {
    const whole = withAnswers(profile, marked, today);
    if (openFlags(whole, today).length === 0) finish(whole);
    else {
      setAnswered(whole);
      setStep('answers');
    }
  };
  const at = steps.indexOf(step);
  return (
    <main className="room start" id="content">
      {at >= 0 && (
        <p className="soft small">{text('start.step', { step: at + 1, steps: steps.length })}</p>
      )}
      {step === 'welcome' && <Welcome onBegin={() => setStep('conditions')} />}
      {step === 'conditions' && (
        <ConditionsStep
          chosen={conditions}
          onChange={setConditions}
          onNext={() => setStep('age')}
          onBack={() => setStep('welcome')}
        />
      )}
      {step === 'age' && (
        <AgeStep
          age={age}
          eating={eating}
          onAge={setAge}
          onEating={setEating}
          onNext={() => setStep('flags')}
          onBack={() => setStep('conditions')}
        />
      )}
      {step === 'flags' && (
        <FlagsStep
          profile={profile}
          today={today}
          onAnswer={answer}
          onLater={() => finish(profile)}
          onBack={() => setStep('age')}
        />
      )}
      {step === 'answers' && answered !== null && (
        <div className="stack">
          <h1>{text('discover.flags')}</h1>
          <div className="first-things">
            {openFlags(answered, today).map((words) => (
              <p key={words}>{says(words)}</p>
            ))}
          </div>
          <div className="actions">
            <Button className="button main" onPress={() => finish(answered)}>
              {text('start.finish')}
            </Button>
          </div>
        </div>
      )}
    </main>
  );
};
