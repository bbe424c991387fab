import { Link } from '@tanstack/react-router';
import { useClaimWords } from '../../engine-words/use-claim-words.ts';
import { i18n, useName, useText } from '../../i18n/i18n.ts';
import type { SuspectView, Words } from '../../workers/discover/questions.ts';
import { SafetySaid } from '../trials/safety-said.tsx';
import { DelayCurve } from './delay-curve.tsx';
import { saidIn } from './said.ts';

const keyed = (parts: Words) =>
  parts.map((part, place) => ({
    part,
    key: `${place}-${typeof part === 'string' ? '' : part.name}`,
  }));

/** Words of the engines in the person's language; names from the diary stand out. */
export const Said = ({ words: english }: { readonly words: Words }) => {
  const { words, language } = saidIn(i18n.locale, english);
  return (
    <span {...(language === null ? {} : { lang: language })}>
      {keyed(words).map(({ part, key }) =>
        typeof part === 'string' ? (
          part
        ) : (
          <em className="diary-name" key={key}>
            {part.name}
          </em>
        ),
      )}
    </span>
  );
};

export const Prose = ({ sentences }: { readonly sentences: readonly Words[] }) =>
  sentences.map((words, place) => (
    <span key={place}>
      <Said words={words} />{' '}
    </span>
  ));

const signs: Readonly<Record<SuspectView['change'], string>> = {
  worse: '▲',
  better: '▼',
  higher: '▲',
  lower: '▼',
  different: '',
};

/** One tap to a fair test; of a set, each member on its own. */
const TestIt = ({
  suspect: { members, names },
  score,
}: {
  readonly suspect: SuspectView;
  readonly score: string;
}) => {
  const text = useText();
  return (
    <div className="actions">
      {members.map((test, place) => (
        <Link key={test} to="/trials" search={{ test, score }} className="button main">
          {text('discover.test', { name: names[place]! })}
        </Link>
      ))}
    </div>
  );
};

export const SuspectLeaf = ({
  suspect,
  score,
}: {
  readonly suspect: SuspectView;
  readonly score: string;
}) => {
  const text = useText();
  const name = useName();
  const said = useClaimWords();
  const { names, likely, change, sentences, curve, claims, next, shut, mayTest } = suspect;
  return (
    <article className="leaf suspect">
      <h3>
        {names.length === 1 ? (
          names[0]
        ) : (
          <span className="string-of-beads">
            {names.map((one) => (
              <span key={one} className="bead-name">
                {one}
              </span>
            ))}
          </span>
        )}
      </h3>
      <p className="suspect-verdict">
        <b>
          {likely ? '●' : '○'} {text(likely ? 'discover.likely' : 'discover.possible')}
        </b>
        {(change === 'worse' || change === 'better') && (
          <span className={change}>
            {signs[change]} {text(`discover.${change}`)}
          </span>
        )}
      </p>
      <p>
        <Prose sentences={sentences} />
      </p>
      {curve !== null && <DelayCurve curve={curve} change={change} name={names.join(', ')} />}
      {next !== '' && (
        <p className="next-step">
          <Said words={[next]} />
        </p>
      )}
      {shut.map(({ code, text: why, wayOut }) => (
        <p key={code} className="next-step shut">
          <SafetySaid english={why} /> <SafetySaid english={wayOut} />
        </p>
      ))}
      {mayTest && <TestIt suspect={suspect} score={score} />}
      <section className="beside">
        <h4>{text('discover.evidence')}</h4>
        {claims.length === 0 && <p className="soft">{text('discover.evidence.none')}</p>}
        <ul>
          {claims.map(({ id, claim, verdict, certainty, summary }) => (
            <li key={id}>
              <p lang={said(id, 'claim', claim).language}>{said(id, 'claim', claim).words}</p>
              <p className="soft small">
                <b>
                  {text('learn.certainty', {
                    verdict: name('verdict', verdict),
                    certainty: name('certainty', certainty),
                  })}
                </b>{' '}
                <span lang={said(id, 'summary', summary).language}>
                  {said(id, 'summary', summary).words}
                </span>
              </p>
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
};
