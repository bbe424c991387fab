import type { TrialPlan, TrialToday } from '@zonula/trial';
import { dayInWords } from '../../days.ts';
import { i18n } from '../../i18n/i18n.ts';
import { taskWords } from './plan-words.ts';
import { useTrialsWords } from './words.ts';

/** What today asks for, large enough to be read at arm's length. */
export const Task = ({
  plan,
  today: { state, day, days, arm, counts, until, date },
}: {
  readonly plan: TrialPlan;
  readonly today: TrialToday;
}) => {
  const text = useTrialsWords();
  const checks = plan.checks.filter(({ on }) => on === date);
  if (state !== 'running' || arm === null)
    return (
      <p className="lead">
        {state === 'not-started'
          ? text('today.before', { day: dayInWords(plan.start, i18n.locale) })
          : text(`today.${state === 'running' ? 'off' : state}`)}
      </p>
    );
  return (
    <div className={`task ${arm}`}>
      <svg viewBox="0 0 48 48" className="task-bead" aria-hidden="true">
        {arm === 'usual' ? (
          <path className="bead usual" d="M12 24h24" />
        ) : (
          <circle className={`bead ${arm}`} cx="24" cy="24" r="17" />
        )}
      </svg>
      <div>
        <p className="soft small">
          {[text('today.day', { day: day ?? 0, days }), text(`arm.${arm}`)].join(' · ')}
        </p>
        <p className="task-words">{taskWords(text, plan, arm)}</p>
        <p className="soft small">
          {until !== null &&
            text('today.until', {
              day: dayInWords(until, i18n.locale, {
                weekday: 'long',
                day: 'numeric',
                month: 'short',
              }),
            })}{' '}
          {!counts && arm !== 'usual' && text('today.uncounted')}
        </p>
        {checks.map(({ kind }) => (
          <p key={kind} className="next-check">
            <b>{text('today.check')}</b> {text(`check.${kind}`)}
          </p>
        ))}
      </div>
    </div>
  );
};
