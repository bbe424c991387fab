import { Sureness, toneOf } from '../../design/sureness.tsx';
import { useName } from '../../i18n/i18n.ts';
import type { Ground } from '../../workers/care/questions.ts';
import { usePlanWords } from './words.ts';

/** What something rests on: the grade at a glance, the sentences behind a tap. */
export const Grounds = ({
  grounds,
  told = null,
}: {
  readonly grounds: readonly Ground[];
  /** A summary that stands beside it already. */
  readonly told?: string | null;
}) => {
  const text = usePlanWords();
  const name = useName();
  const grade = ({ verdict, certainty }: Ground): string =>
    text('graded', {
      verdict: name('verdict', verdict),
      certainty: name('certainty', certainty),
    });
  const [first] = grounds;
  if (first === undefined) return null;
  return (
    <details className="grounds">
      <summary>
        <span className={`claim-verdict ${toneOf(first.verdict)}`}>
          <Sureness certainty={first.certainty} />
          <span>{grade(first)}</span>
        </span>
      </summary>
      <p className="soft small">{`${text('grounds')}, ${text('claim.open')}`}</p>
      <ul className="stack tight">
        {grounds.map((ground) => (
          <li key={ground.id}>
            <p>
              <b>{ground.claim}</b> <span className="soft small">{ground.id}</span>
            </p>
            {grounds.length > 1 && <p className="soft small">{grade(ground)}</p>}
            {ground.summary !== told && <p>{ground.summary}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
};
