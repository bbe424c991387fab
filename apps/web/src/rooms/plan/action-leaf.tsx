import { Link } from '@tanstack/react-router';
import { Checkbox } from 'react-aria-components';
import { todayHere } from '../../browser.ts';
import { dayInWords, daysFrom, plusDays } from '../../days.ts';
import { i18n } from '../../i18n/i18n.ts';
import type { Ground, PlanView } from '../../workers/care/questions.ts';
import { Grounds } from './grounds.tsx';
import type { Taken } from './read-kept.ts';
import { en, type PlanKey, usePlanWords } from './words.ts';

type Action = PlanView['plan']['actions'][number];

const short = { day: 'numeric', month: 'long' } as const;
const dayWords = (day: string): string => dayInWords(day, i18n.locale, short);

/** How far one is: a bar that fills until the day to look. */
const Course = ({ since, days }: { readonly since: string; readonly days: number }) => {
  const text = usePlanWords();
  const look = plusDays(since, days);
  const gone = Math.min(days, Math.max(0, daysFrom(since, todayHere())));
  const over = gone >= days;
  return (
    <div className="course-so-far">
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="to-come" width="100" height="4" rx="2" />
        <rect className="gone" width={(100 * gone) / days} height="4" rx="2" />
      </svg>
      <p>
        {over
          ? text('take.over', { day: dayWords(since) })
          : text('take.since', { day: dayWords(since), look: dayWords(look) })}{' '}
        {!over && <span className="soft">{text('take.day', { day: gone + 1, days })}</span>}
      </p>
    </div>
  );
};

const logWords = (text: ReturnType<typeof usePlanWords>, identity: string): string => {
  const key = `log.${identity}`;
  return Object.hasOwn(en, key) ? text(key as PlanKey) : identity.slice(identity.indexOf('/') + 1);
};

/** One thing to do, with its reason, its grade and its end; the person ticks what they do. */
export const ActionLeaf = ({
  action,
  said,
  grounds,
  taken,
  onTake,
  onTick,
}: {
  readonly action: Action;
  /** What stands above already is not said twice. */
  readonly said: ReadonlySet<string>;
  readonly grounds: readonly Ground[];
  readonly taken: Taken | null;
  readonly onTake: (take: boolean) => void;
  readonly onTick: (step: number, done: boolean) => void;
}) => {
  const text = usePlanWords();
  const steps = action.how.map((words, step) => ({ words, step }));
  const own = steps.filter(({ words }) => !said.has(words));
  return (
    <article className={`leaf action${taken === null ? '' : ' taken'}`} aria-label={action.title}>
      <p className="pillar-name">{text(`pillar.${action.pillar}`)}</p>
      <h2>{action.title}</h2>
      <p>{action.why}</p>
      <Grounds grounds={grounds} />
      <Checkbox className="choice take" isSelected={taken !== null} onChange={onTake}>
        {text('take')}
      </Checkbox>
      {action.id.startsWith('fair-test') && (
        <p>
          <Link to="/trials">{text('suspect.test')}</Link>
        </p>
      )}
      {taken !== null && (
        <Course since={taken.since} days={Math.max(1, daysFrom(action.from, action.lookOn))} />
      )}
      {own.length > 0 && (
        <div>
          <h3>{text(taken === null ? 'how' : 'how.done')}</h3>
          <ul className={taken === null ? 'how' : 'ticks'}>
            {own.map(({ words, step }) => (
              <li key={step}>
                {taken === null ? (
                  words
                ) : (
                  <Checkbox
                    className="tick"
                    isSelected={taken.done.includes(step)}
                    onChange={(done) => onTick(step, done)}
                  >
                    {words}
                  </Checkbox>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <dl>
        {taken === null && (
          <div>
            <dt>{text('look')}</dt>
            <dd>{dayWords(action.lookOn)}</dd>
          </div>
        )}
        <div>
          <dt>{text('works')}</dt>
          <dd>{action.works}</dd>
        </div>
        <div>
          <dt>{text('end')}</dt>
          <dd>{action.end}</dd>
        </div>
        {action.log.length > 0 && (
          <div>
            <dt>{text('log')}</dt>
            <dd>{action.log.map((identity) => logWords(text, identity)).join(', ')}</dd>
          </div>
        )}
      </dl>
    </article>
  );
};
