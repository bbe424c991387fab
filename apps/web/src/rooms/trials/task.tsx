import type { TrialPlan, TrialToday } from '@zonula/trial';
import { dayInWords } from '../../days.ts';
import { i18n } from '../../i18n/i18n.ts';
import { taskWords } from './plan-words.ts';
import { useTrialsWords } from './words.ts';

/** What today asks for, large enough to be read at arm's length. */
export const Task = ({
  plan,
  today: { state, day, days, arm, box, counts, until, date },
}: {
  readonly plan: TrialPlan;
  readonly today: TrialToday;
}) => {
  const text = useTrialsWords();
  const checks = plan.checks.filter(({ on }) => on === date);
  if (state !== 'running' || (arm === null && box === null))
    return (
      <p className="lead">
        {state === 'not-started'
          ? text('today.before', { day: dayInWords(plan.start, i18n.locale) })
          : text(`today.${state === 'running' ? 'off' : state}`)}
      </p>
    );
  return (
    <div className={`task ${arm ?? 'box'}`}>
      <svg viewBox="0 0 48 48" className="task-bead" aria-hidden="true">
        {arm === 'usual' ? (
          <path className="bead usual" d="M12 24h24" />
        ) : (
          <circle className={`bead ${arm ?? 'box'}`} cx="24" cy="24" r="17" />
        )}
        {box !== null && (
          <text className="box-number" x="24" y="30" textAnchor="middle">
            {box}
          </text>
        )}
      </svg>
      <div>
        <p className="soft small">
          {[
            text('today.day', { day: day ?? 0, days }),
            ...(arm === null ? [] : [text(`arm.${arm}`)]),
          ].join(' · ')}
        </p>
        <p className="task-words">
          {arm === null ? text('task.box', { box: box ?? 0 }) : taskWords(text, plan, arm)}
        </p>
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
