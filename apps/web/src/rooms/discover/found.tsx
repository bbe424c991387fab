import { useName, useText } from '../../i18n/i18n.ts';
import type { DiscoverView } from '../../workers/discover/questions.ts';
import { SafetySaid } from '../trials/safety-said.tsx';
import { AccuracyNote } from './accuracy-note.tsx';
import { Prose, Said, SuspectLeaf } from './suspect-leaf.tsx';

const mostNames = 12;

const Unjudged = ({ groups }: { readonly groups: DiscoverView['unjudged'] }) => {
  const text = useText();
  const count = groups.reduce((sum, { names }) => sum + names.length, 0);
  if (count === 0) return null;
  return (
    <details>
      <summary>{text('discover.unjudged', { count })}</summary>
      {groups.map(({ reason, names }) => (
        <div key={reason} className="reason-group">
          <p>
            <Said words={[reason]} />
          </p>
          <p className="soft small">
            {names.slice(0, mostNames).join(', ')}
            {names.length > mostNames ? ' …' : ''}
          </p>
        </div>
      ))}
    </details>
  );
};

/** Which score is explained; one tap looks at another. */
const ScoreChoice = ({
  view: { outcome, scores },
  onScore,
}: {
  readonly view: DiscoverView;
  readonly onScore: (id: string) => void;
}) => {
  const text = useText();
  const name = useName();
  if (scores.length < 2) return <p className="soft">{text('discover.title')}</p>;
  return (
    <label className="score-choice">
      <span className="soft">{text('discover.score')}</span>
      <select className="input" value={outcome} onChange={({ target }) => onScore(target.value)}>
        {scores.map(({ id }) => (
          <option key={id} value={id}>
            {name('item', id).replace(/^\w+\//u, '')}
          </option>
        ))}
      </select>
    </label>
  );
};

/** The verdict in words, then each suspect with its hill. */
export const Found = ({
  view,
  onScore,
}: {
  readonly view: DiscoverView;
  readonly onScore: (id: string) => void;
}) => {
  const text = useText();
  const strong = view.suspects.filter(({ weak }) => !weak);
  const weak = view.suspects.filter((suspect) => suspect.weak);
  // What a suspect's own leaf says is not said twice.
  const told = new Set(
    strong.flatMap(({ sentences }) => sentences.map((one) => JSON.stringify(one))),
  );
  const lead = view.lead.filter((sentence) => !told.has(JSON.stringify(sentence)));
  return (
    <div className="found">
      {view.first.length > 0 && (
        <div className="first-things" role="note">
          {view.first.map((words) => (
            <p key={words}>
              <SafetySaid english={words} />
            </p>
          ))}
        </div>
      )}
      <ScoreChoice view={view} onScore={onScore} />
      <h1>
        <Said words={view.headline} />
      </h1>
      <p className="lead">
        <Prose sentences={lead} />
      </p>
      <p className="soft">
        <Said words={view.about} />
      </p>
      {view.foodsHidden && <p className="soft">{text('discover.hidden')}</p>}
      {strong.length > 0 && (
        <>
          <h2>{text('discover.curve.title')}</h2>
          <p className="soft">{text('discover.curve.says')}</p>
        </>
      )}
      {strong.map((suspect) => (
        <SuspectLeaf key={suspect.names.join()} suspect={suspect} score={view.outcome} />
      ))}
      {weak.length > 0 && (
        <details>
          <summary>{text('discover.weak', { count: weak.length })}</summary>
          {weak.map((suspect) => (
            <SuspectLeaf key={suspect.names.join()} suspect={suspect} score={view.outcome} />
          ))}
        </details>
      )}
      <AccuracyNote accuracy={view.accuracy} />
      <Unjudged groups={view.unjudged} />
      <details>
        <summary>{text('discover.checks')}</summary>
        {view.checks.map((words) => (
          <p key={words}>
            <Said words={[words]} />
          </p>
        ))}
      </details>
    </div>
  );
};
