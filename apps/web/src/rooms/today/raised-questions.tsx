import { diaryOf, type StoredEntry } from '@zonula/journal';
import type { Profile } from '@zonula/safety';
import { useEffect, useState } from 'react';
import { Button, Checkbox, CheckboxGroup } from 'react-aria-components';
import { changeProfile } from '../../change-settings.ts';
import { plusDays } from '../../days.ts';
import { useSafetyWords } from '../../engine-words/use-safety-words.ts';
import { useText } from '../../i18n/i18n.ts';
import { roomWords } from '../../i18n/room-words.ts';
import { useJournal } from '../../journal/context.tsx';
import type { Whose } from '../../journal/open.ts';
import { adviceFor, answered, type Raised, raisedIn } from './raised.ts';
import './raised.css';

/** As far back as a score is held against earlier ones. */
const lookBack = 45;
const pauseMs = 300;
/** What the example person was asked is not what the person was asked. */
const answeredKeyOf = (whose: Whose): string => `zonula-answered-${whose}`;

const useWords = roomWords(
  'raised',
  {
    title: 'Something you wrote raises a question',
    hint: 'Mark what is true. Until you answer, food tests stay closed.',
    advice: 'Something comes first',
  },
  {
    title: 'Etwas, das du geschrieben hast, wirft eine Frage auf',
    hint: 'Kreuze an, was stimmt. Bis du antwortest, bleiben Proben mit Essen geschlossen.',
    advice: 'Etwas kommt zuerst',
  },
);

/** What was answered today is not asked twice the same day unless something new is written. */
const answeredToday = (whose: Whose, today: string): ReadonlySet<string> => {
  const kept = localStorage.getItem(answeredKeyOf(whose)) ?? '';
  return new Set(kept.startsWith(`${today}\n`) ? kept.split('\n').slice(1) : []);
};

/** The days before are read once, when the room has been drawn; the day at hand is followed. */
const useRaised = (
  profile: Profile,
  day: string,
  entries: readonly StoredEntry[],
  today: string,
): readonly Raised[] => {
  const { journal, whose } = useJournal();
  const [before, setBefore] = useState<readonly StoredEntry[] | null>(null);
  const [raised, setRaised] = useState<readonly Raised[]>([]);
  useEffect(() => {
    let current = true;
    journal.range(plusDays(today, -lookBack), today).then(
      (all) => current && setBefore(all.filter(({ entry }) => entry.day !== day)),
      (error: unknown) => console.warn('the days before were not read:', error),
    );
    return () => {
      current = false;
    };
  }, [journal, day, today]);
  useEffect(() => {
    if (before === null) return;
    const timer = setTimeout(() => {
      const known = answeredToday(whose, today);
      const all = [...before, ...entries].sort((a, b) => (a.entry.day < b.entry.day ? -1 : 1));
      setRaised(raisedIn(profile, diaryOf(all), today).filter(({ key }) => !known.has(key)));
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [before, entries, profile, today, whose]);
  return raised;
};

/** Red-flag questions that entries raise, and what to do when one is true. Before everything else. */
export const RaisedQuestions = ({
  profile,
  day,
  entries,
  today,
}: {
  readonly profile: Profile;
  readonly day: string;
  /** Of this day. */
  readonly entries: readonly StoredEntry[];
  readonly today: string;
}) => {
  const text = useText();
  const says = useWords();
  const { journal, whose } = useJournal();
  const raised = useRaised(profile, day, entries, today);
  const inWords = useSafetyWords();
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [advice, setAdvice] = useState<readonly string[]>([]);
  const answer = async (): Promise<void> => {
    const chosen = new Set(marked);
    setAdvice(adviceFor(answered(profile, raised, chosen, today), chosen, today));
    setMarked([]);
    await changeProfile(journal, (before) => answered(before, raised, chosen, today));
    // Only now: an answer that was not kept has to be asked for again.
    const known = answeredToday(whose, today);
    localStorage.setItem(
      answeredKeyOf(whose),
      [today, ...known, ...raised.map(({ key }) => key)].join('\n'),
    );
  };
  if (advice.length > 0)
    return (
      <section className="raised" role="alert">
        <h2>{says('advice')}</h2>
        <div className="stack">
          {advice.map((words) => (
            <p key={words}>
              <b>{inWords(words)}</b>
            </p>
          ))}
        </div>
        <div className="actions">
          <Button className="button" onPress={() => setAdvice([])}>
            {text('app.done')}
          </Button>
        </div>
      </section>
    );
  if (raised.length === 0) return null;
  return (
    <section className="raised" role="alert">
      <h2>{says('title')}</h2>
      <CheckboxGroup
        className="stack tight"
        aria-label={says('title')}
        value={[...marked]}
        onChange={setMarked}
      >
        {raised.map(({ id, question, now }) => (
          <div key={id} className="stack tight">
            {now !== null && (
              <p>
                <b>{inWords(now)}</b>
              </p>
            )}
            <Checkbox value={id} className="choice flag">
              <span>{inWords(question)}</span>
            </Checkbox>
          </div>
        ))}
      </CheckboxGroup>
      <p className="soft small">{says('hint')}</p>
      <div className="actions">
        <Button className="button main" onPress={() => void answer()}>
          {marked.length === 0
            ? text('start.flags.none')
            : text('start.flags.these', { count: marked.length })}
        </Button>
      </div>
    </section>
  );
};
