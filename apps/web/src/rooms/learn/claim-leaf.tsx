import { Sureness, toneOf } from '../../design/sureness.tsx';
import { useName, useText } from '../../i18n/i18n.ts';
import type { LearnClaim } from '../../workers/evidence/questions.ts';

/** A sentence as people say it, what is known of it, and where that comes from. */
export const ClaimLeaf = ({ claim }: { readonly claim: LearnClaim }) => {
  const text = useText();
  const name = useName();
  return (
    <article className="leaf claim">
      <h2>{claim.claim}</h2>
      <p className={`claim-verdict ${toneOf(claim.verdict)}`}>
        <Sureness certainty={claim.certainty} />
        <span>
          {text('learn.certainty', {
            verdict: name('verdict', claim.verdict),
            certainty: name('certainty', claim.certainty),
          })}
        </span>
      </p>
      <p>{claim.summary}</p>
      {claim.correction !== null && (
        <p>
          <b>{`${text('learn.correction')}: `}</b>
          <span>{claim.correction}</span>
        </p>
      )}
      {claim.safety !== null && <p className="safety">{claim.safety}</p>}
      <details>
        <summary>{text('learn.sources')}</summary>
        <ul className="soft small">
          {claim.sources.map((source) => (
            <li key={source}>
              <cite lang="en">{source}</cite>
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
};
