import type { Profile } from '@zonula/safety';
import { useState } from 'react';
import { Button, Checkbox, CheckboxGroup } from 'react-aria-components';
import { useSafetyWords } from '../../engine-words/use-safety-words.ts';
import { useText } from '../../i18n/i18n.ts';
import { questionsFor } from './profile.ts';

/** All red-flag questions on one page: mark what is true, and one tap says no to the rest. */
export const FlagsStep = ({
  profile,
  today,
  onAnswer,
  onLater,
  onBack,
  headed = true,
}: {
  readonly profile: Profile;
  readonly today: string;
  readonly onAnswer: (marked: ReadonlySet<string>) => void;
  readonly onLater?: () => void;
  readonly onBack?: () => void;
  /** The title may stand around it already. */
  readonly headed?: boolean;
}) => {
  const text = useText();
  const says = useSafetyWords();
  const [marked, setMarked] = useState<readonly string[]>([]);
  return (
    <div className="stack">
      {headed && <h1>{text('start.flags.title')}</h1>}
      <p className="soft">{text('start.flags.why')}</p>
      <CheckboxGroup
        className="stack tight"
        aria-label={text('start.flags.title')}
        value={[...marked]}
        onChange={setMarked}
      >
        {questionsFor(profile, today).map(({ id, question }) => (
          <Checkbox key={id} value={id} className="choice flag">
            <span>{says(question)}</span>
          </Checkbox>
        ))}
      </CheckboxGroup>
      <div className="actions sticky">
        <Button className="button main" onPress={() => onAnswer(new Set(marked))}>
          {marked.length === 0
            ? text('start.flags.none')
            : text('start.flags.these', { count: marked.length })}
        </Button>
        {onLater && (
          <Button className="button plain" onPress={onLater}>
            {text('start.flags.later')}
          </Button>
        )}
        {onBack && (
          <Button className="button plain" onPress={onBack}>
            {text('app.back')}
          </Button>
        )}
      </div>
      {onLater && <p className="soft small">{text('start.flags.laterNote')}</p>}
    </div>
  );
};
