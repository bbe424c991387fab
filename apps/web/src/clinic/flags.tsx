import { unaskedProfile } from '@zonula/safety';
import { useState } from 'react';
import { todayHere } from '../browser.ts';
import { useSafetyWords } from '../engine-words/use-safety-words.ts';
import { FlagsStep } from '../rooms/start/flags-step.tsx';
import { countryOf, openFlags, withAnswers } from '../rooms/start/profile.ts';
import { useClinicWords } from './words.ts';

/** Warning signs come first: they never lead to an appointment here. The answers stay on this page. */
export const Flags = ({
  title,
  onClear,
}: {
  readonly title: string;
  readonly onClear: () => void;
}) => {
  const text = useClinicWords();
  const says = useSafetyWords();
  const [open, setOpen] = useState<readonly string[]>([]);
  const today = todayHere();
  const profile = { ...unaskedProfile, country: countryOf(navigator.languages) };
  if (open.length > 0)
    return (
      <div className="stack" role="alert">
        <h1>{text('flags.stop')}</h1>
        <div className="first-things">
          {open.map((words) => (
            <p key={words}>{says(words)}</p>
          ))}
        </div>
        <p>{text('flags.says')}</p>
      </div>
    );
  return (
    <div className="stack">
      <h1>{title}</h1>
      <FlagsStep
        headed={false}
        profile={profile}
        today={today}
        onAnswer={(marked) => {
          const found = openFlags(withAnswers(profile, marked, today), today);
          if (found.length === 0) onClear();
          else setOpen(found);
        }}
      />
      <p className="soft small">{text('flags.kept')}</p>
    </div>
  );
};
