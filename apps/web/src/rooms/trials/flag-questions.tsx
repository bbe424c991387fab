import type { Profile } from '@zonula/safety';
import { useState } from 'react';
import { Button, Checkbox, CheckboxGroup } from 'react-aria-components';
import { todayHere } from '../../browser.ts';
import { changeProfile } from '../../change-settings.ts';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import type { Shut } from '../../workers/trials/questions.ts';
import { SafetySaid } from './safety-said.tsx';

const withAnswers = (
  profile: Profile,
  asked: Shut['questions'],
  marked: readonly string[],
): Profile => {
  const given = asked.map(({ id }) => [id, marked.includes(id) ? 'yes' : 'no']);
  return {
    ...profile,
    redFlags: {
      askedOn: todayHere(),
      answers: { ...profile.redFlags?.answers, ...Object.fromEntries(given) },
    },
  };
};

/** The questions about warning signs that are still open; they come before any food test. */
export const FlagQuestions = ({ questions }: { readonly questions: Shut['questions'] }) => {
  const text = useText();
  const { journal } = useJournal();
  const [marked, setMarked] = useState<readonly string[]>([]);
  const save = (): Promise<void> =>
    changeProfile(journal, (profile) => withAnswers(profile, questions, marked));
  return (
    <section className="leaf stack">
      <h2>{text('start.flags.title')}</h2>
      <p className="soft">{text('start.flags.why')}</p>
      <CheckboxGroup
        className="stack tight"
        aria-label={text('start.flags.title')}
        value={[...marked]}
        onChange={setMarked}
      >
        {questions.map(({ id, question }) => (
          <Checkbox key={id} value={id} className="choice flag">
            <SafetySaid english={question} />
          </Checkbox>
        ))}
      </CheckboxGroup>
      <div className="actions">
        <Button className="button main" onPress={() => void save()}>
          {marked.length === 0
            ? text('start.flags.none')
            : text('start.flags.these', { count: marked.length })}
        </Button>
      </div>
    </section>
  );
};
