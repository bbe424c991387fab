import type { Condition, Profile } from '@zonula/safety';
import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { todayHere } from '../../browser.ts';
import { changeSettings } from '../../change-settings.ts';
import { useFocusKept } from '../../design/use-focus-kept.ts';
import { useSafetyWords } from '../../engine-words/use-safety-words.ts';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { router } from '../../router.tsx';
import { Mark } from '../../shell/mark.tsx';
import { AgeStep } from './age-step.tsx';
import { BringBackup, LostNotice, useLost } from './bring-backup.tsx';
import { ConditionsStep } from './conditions-step.tsx';
import { FlagsStep } from './flags-step.tsx';
import { countryOf, firstProfile, openFlags, withAnswers } from './profile.ts';
import { useExample } from './use-example.ts';
import { useStartWords } from './words.ts';
import './start.css';

const JoinHere = lazy(async () => ({
  default: (await import('../settings/sync/join-here.tsx')).JoinHere,
}));

type Step = 'welcome' | 'conditions' | 'age' | 'flags' | 'answers';
const steps: readonly Step[] = ['conditions', 'age', 'flags'];

const Welcome = ({
  onBegin,
  onBring,
}: {
  readonly onBegin: () => void;
  readonly onBring: () => void;
}) => {
  const text = useText();
  const says = useStartWords();
  const { open, state } = useExample();
  const lost = useLost();
  return (
    <div className="stack welcome">
      <Mark size={112} />
      <h1>{text('start.title')}</h1>
      {lost && <LostNotice />}
      <p className="lead">{text('start.lead')}</p>
      <p className="soft">{text('start.private')}</p>
      <div className="start-actions">
        <Button className="button main" onPress={onBegin}>
          {text('start.begin')}
        </Button>
        <Button className="button" onPress={open} isDisabled={state === 'making'}>
          {text('start.example')}
        </Button>
        <Button className="button plain" onPress={onBring} aria-describedby="bring-then">
          {says('bring')}
        </Button>
      </div>
      <p id="bring-then" className="soft small bring-then">
        {says('bring.then')}
      </p>
      <Suspense fallback={null}>
        <JoinHere />
      </Suspense>
      {!lost && <BringBackup />}
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
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const [brings, setBrings] = useState(false);
  const [age, setAge] = useState<Profile['ageBand']>(null);
  const [eating, setEating] = useState<Profile['eatingDisorder']>(null);
  const [answered, setAnswered] = useState<Profile | null>(null);
  const main = useRef<HTMLElement>(null);
  useFocusKept(main, step);
  const today = todayHere();
  const profile = firstProfile(
    { conditions, ageBand: age, eatingDisorder: eating },
    countryOf(navigator.languages),
  );
  const finish = async (whole: Profile): Promise<void> => {
    if (asked !== null) await changeSettings(journal, { tracked: [...asked] });
    if (brings) router.history.push('/settings?part=import');
    await journal.put('profile', '', whole);
  };
  const begin = (withFile: boolean): void => {
    setBrings(withFile);
    setStep('conditions');
  };
  const answer = (marked: ReadonlySet<string>): void => {
    const whole = withAnswers(profile, marked, today);
    if (openFlags(whole, today).length === 0) void finish(whole);
    else {
      setAnswered(whole);
      setStep('answers');
    }
  };
  const at = steps.indexOf(step);
  return (
    <main className="room start" id="content" ref={main} tabIndex={-1}>
      {at >= 0 && (
        <p className="soft small">{text('start.step', { step: at + 1, steps: steps.length })}</p>
      )}
      {step === 'welcome' && <Welcome onBegin={() => begin(false)} onBring={() => begin(true)} />}
      {step === 'conditions' && (
        <ConditionsStep
          chosen={conditions}
          onChange={setConditions}
          asked={asked}
          onAsk={setAsked}
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
          onLater={() => void finish(profile)}
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
            <Button className="button main" onPress={() => void finish(answered)}>
              {text('start.finish')}
            </Button>
          </div>
        </div>
      )}
    </main>
  );
};
