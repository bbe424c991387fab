import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import { Button, Input, Label, SearchField, ToggleButton } from 'react-aria-components';
import { useText } from '../../i18n/i18n.ts';
import { useLive } from '../../journal/context.tsx';
import { evidenceReader } from '../../workers/evidence/client.ts';
import type { LearnClaim } from '../../workers/evidence/questions.ts';
import { ClaimLeaf } from './claim-leaf.tsx';
import './learn.css';

const page = 12;

const useClaims = (words: string, conditions: readonly string[]) => {
  const [claims, setClaims] = useState<readonly LearnClaim[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const wanted = conditions.join(' ');
  const { i18n } = useLingui();
  const language = i18n.locale;
  useEffect(() => {
    let current = true;
    evidenceReader
      .ask('find', { words, conditions: wanted === '' ? [] : wanted.split(' '), language })
      .then(
        (found) => {
          if (!current) return;
          setClaims(found);
          setFailure(null);
        },
        (error: unknown) => current && setFailure(`${error}`),
      );
    return () => {
      current = false;
    };
  }, [words, wanted, language]);
  return { claims, failure };
};

/** What studies say, and what popular sentences get wrong. */
export const LearnRoom = () => {
  const text = useText();
  const profile = useLive((journal) => journal.document('profile'), []);
  const [words, setWords] = useState('');
  const [mine, setMine] = useState(false);
  const [shown, setShown] = useState(page);
  const conditions = profile?.conditions ?? [];
  const { claims, failure } = useClaims(words, mine ? conditions : []);
  return (
    <div className="room stack learn">
      <h1>{text('learn.title')}</h1>
      <p className="lead">{text('learn.lead')}</p>
      <SearchField
        className="field"
        value={words}
        onChange={(next) => {
          setWords(next);
          setShown(page);
        }}
      >
        <Label className="visually-hidden">{text('learn.search')}</Label>
        <Input className="input" placeholder={text('learn.search')} />
      </SearchField>
      {conditions.length > 0 && (
        <ToggleButton className="choice mine" isSelected={mine} onChange={setMine}>
          {text('learn.topics')}
        </ToggleButton>
      )}
      {failure !== null && <p role="alert">{text('app.failed', { message: failure })}</p>}
      <p className="soft small" role="status">
        {claims !== null && text('learn.count', { count: claims.length })}
      </p>
      <ul className="stack">
        {claims?.slice(0, shown).map((claim) => (
          <li key={claim.id}>
            <ClaimLeaf claim={claim} />
          </li>
        ))}
      </ul>
      {claims !== null && claims.length > shown && (
        <div className="actions">
          <Button className="button" onPress={() => setShown(shown + page)}>
            {text('learn.more', { count: Math.min(page, claims.length - shown) })}
          </Button>
        </div>
      )}
    </div>
  );
};
