import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useJournal, useLive } from '../../journal/context.tsx';
import type { Things } from '../../workers/trials/questions.ts';
import { enoughDays } from '../discover/empty-discovery.tsx';
import { loadDiscoverAsk } from '../discover/load-ask.ts';
import { useDiscovery } from '../discover/use-discovery.ts';
import { nameOf } from './trial-document.ts';
import { useTrialsWords } from './words.ts';

const shownAtFirst = 8;

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}

const Choices = ({
  title,
  choices,
  onChoose,
}: {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (id: string) => void;
}) => {
  const text = useTrialsWords();
  return (
    <section className="stack tight" aria-label={title}>
      <h3>{title}</h3>
      <ul className="things">
        {choices.map(({ id, name, note }) => (
          <li key={id}>
            <Button className="thing" onPress={() => onChoose(id)}>
              <span className="thing-bead" aria-hidden="true" />
              <span className="visually-hidden">{text('choose.test')}</span>
              <span className="thing-name">{name}</span>
              <span className="soft small">{note}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Suspects of the diary, as discovery finds them; it runs beside the rest. */
const Suspects = ({ onChoose }: { readonly onChoose: (id: string, score: string) => void }) => {
  const text = useTrialsWords();
  const { journal } = useJournal();
  const { discovery, run } = useDiscovery();
  useEffect(() => {
    void run(() => loadDiscoverAsk(journal, null));
  }, [journal, run]);
  if (discovery.state === 'running' || discovery.state === 'idle')
    return (
      <p className="soft looking" role="status">
        {text('choose.suspects.looking')}
      </p>
    );
  if (discovery.state !== 'done') return null;
  const { suspects, outcome } = discovery.view;
  const choices = suspects.flatMap(({ members, names, likely, weak }) =>
    weak
      ? []
      : members.map((id, k) => ({
          id,
          name: names[k]!,
          note: text(likely ? 'choose.likely' : 'choose.possible'),
        })),
  );
  if (choices.length === 0) return <p className="soft">{text('choose.suspects.none')}</p>;
  return (
    <Choices
      title={text('choose.suspects')}
      choices={choices}
      onChoose={(id) => onChoose(id, outcome)}
    />
  );
};

/** What shall be tested: a suspect, a favourite, or anything of the diary that may be shown. */
export const Choose = ({ things }: { readonly things: Things }) => {
  const text = useTrialsWords();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const favourites = useLive((journal) => journal.documents('favourite'), []);
  const choose = (test: string, score?: string): void =>
    void navigate({ to: '/trials', search: score === undefined ? { test } : { test, score } });
  const all = things.things;
  const known = useMemo(() => new Map(all.map((thing) => [thing.id, thing])), [all]);
  const days = (count: number): string => text('choose.days', { days: count });
  const liked = [
    ...new Set(
      (favourites ?? []).flatMap(({ value }) =>
        value.entries.map(({ category, name }) => `${category}/${name.trim().toLowerCase()}`),
      ),
    ),
  ].flatMap((id): readonly Choice[] => {
    const thing = known.get(id);
    return thing === undefined ? [] : [{ id, name: thing.name, note: days(thing.days) }];
  });
  const wanted = search.trim().toLowerCase();
  const found = all.filter(({ id }) => wanted === '' || nameOf(id).includes(wanted));
  const scored = things.scores[0]?.days ?? 0;
  return (
    <div className="stack choose">
      <h2>{text('choose.title')}</h2>
      {things.foodsHidden && <p className="soft">{text('choose.hidden')}</p>}
      {all.length === 0 ? (
        <p>{text('choose.empty')}</p>
      ) : (
        <>
          {scored >= enoughDays ? (
            <Suspects onChoose={choose} />
          ) : (
            <p className="soft">{text('choose.suspects.days', { days: enoughDays - scored })}</p>
          )}
          {liked.length > 0 && (
            <Choices title={text('choose.favourites')} choices={liked} onChoose={choose} />
          )}
          <SearchField
            className="field"
            aria-label={text('choose.find')}
            value={search}
            onChange={setSearch}
          >
            <Input className="input" placeholder={text('choose.find')} />
          </SearchField>
          {found.length === 0 && <p className="soft">{text('choose.none')}</p>}
          {found.length > 0 && (
            <Choices
              title={text('choose.all')}
              choices={found
                .slice(0, shownAtFirst)
                .map(({ id, name, days: count }) => ({ id, name, note: days(count) }))}
              onChoose={choose}
            />
          )}
        </>
      )}
    </div>
  );
};
