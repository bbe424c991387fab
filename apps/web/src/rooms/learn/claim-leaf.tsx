import { useName, useText } from '../../i18n/i18n.ts';
import type { LearnClaim } from '../../workers/evidence/questions.ts';

const certainties = ['very low', 'low', 'moderate', 'high'];

/** Four cells, as many filled as studies are sure. */
const Sureness = ({ certainty }: { readonly certainty: string }) => {
  const filled = certainties.indexOf(certainty) + 1;
  return (
    <svg className="sureness" viewBox="0 0 46 12" width="46" height="12" aria-hidden="true">
      {certainties.map((one, place) => (
        <circle
          key={one}
          className={place < filled ? 'filled' : ''}
          cx={6 + place * 11}
          cy="6"
          r="4"
        />
      ))}
    </svg>
  );
};

const tones = new Map([
  ['supported', 'better'],
  ['partly', 'level'],
  ['contradicted', 'worse'],
  ['unsupported', 'worse'],
]);

/** A sentence as people say it, what is known of it, and where that comes from. */
export const ClaimLeaf = ({ claim }: { readonly claim: LearnClaim }) => {
  const text = useText();
  const name = useName();
  return (
    <article className="leaf claim">
      <h2 lang="en">{claim.claim}</h2>
      <p className={`claim-verdict ${tones.get(claim.verdict) ?? 'unsure'}`}>
        <Sureness certainty={claim.certainty} />
        <span>
          {text('learn.certainty', {
            verdict: name('verdict', claim.verdict),
            certainty: name('certainty', claim.certainty),
          })}
        </span>
      </p>
      <p lang="en">{claim.summary}</p>
      {claim.correction !== null && (
        <p>
          <b>{`${text('learn.correction')}: `}</b>
          <span lang="en">{claim.correction}</span>
        </p>
      )}
      {claim.safety !== null && (
        <p className="safety" lang="en">
          {claim.safety}
        </p>
      )}
      <details>
        <summary>{text('learn.sources')}</summary>
        <ul className="soft small" lang="en">
          {claim.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </details>
    </article>
  );
};
