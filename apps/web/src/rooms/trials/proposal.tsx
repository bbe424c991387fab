import type { TrialDesign, TrialPlan } from '@zonula/trial';
import { type ReactNode, useId } from 'react';
import { Button, Checkbox, Group } from 'react-aria-components';
import { dayInWords, plusDays } from '../../days.ts';
import { Stepper } from '../../design/stepper.tsx';
import { i18n, useName } from '../../i18n/i18n.ts';
import type { Score } from '../../workers/trials/questions.ts';
import { HelperWords } from './helper-boxes.tsx';
import { inHundred, percent, points, rough } from './numbers.ts';
import { designWords, taskWords } from './plan-words.ts';
import { FoundDots, PowerPicture, possibleEffects } from './power-picture.tsx';
import { SchedulePicture } from './schedule-picture.tsx';
import { nameOf } from './trial-document.ts';
import { useTrialsWords } from './words.ts';

/** What the person may settle before the plan is fixed. */
export interface Settled {
  readonly outcome: string | null;
  readonly effect: number | null;
  readonly worthwhile: number | null;
  readonly start: string | null;
  readonly look: boolean;
  readonly blind: boolean;
  readonly design: TrialDesign | null;
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const id = useId();
  return (
    <section className="stack part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
};

const Belief = ({ plan: { belief } }: { readonly plan: TrialPlan }) => {
  const text = useTrialsWords();
  if (belief.probability === null) return <p className="lead">{text('plan.belief.none')}</p>;
  const [from, to] = belief.delay.interval.map(Math.round) as [number, number];
  return (
    <p className="lead">
      {text('plan.belief', { chance: inHundred(belief.probability) })}
      {!belief.assumed &&
        ` ${from === to ? text('plan.belief.delay.one', { days: to }) : text('plan.belief.delay', { from, to })}`}
    </p>
  );
};

/** Steps of a twentieth of the scale. */
const Worthwhile = ({
  plan: { worthwhile, outcome },
  onChange,
}: {
  readonly plan: TrialPlan;
  readonly onChange: (points: number) => void;
}) => {
  const text = useTrialsWords();
  const { min, max } = outcome.scale;
  const step = (max - min) / 40;
  const rounded = (value: number): number => Number(value.toPrecision(4));
  return (
    <div className="setting">
      <span className="label">{text('plan.worthwhile')}</span>
      <Stepper
        label={text('plan.worthwhile')}
        value={text('points', { value: worthwhile })}
        less={text('plan.less')}
        more={text('plan.more')}
        onLess={worthwhile - step < step / 2 ? null : () => onChange(rounded(worthwhile - step))}
        onMore={
          worthwhile + step > (max - min) / 2 ? null : () => onChange(rounded(worthwhile + step))
        }
      />
      <p className="soft small">{text('plan.worthwhile.hint', { min, max })}</p>
    </div>
  );
};

const Power = ({
  plan,
  onEffect,
}: {
  readonly plan: TrialPlan;
  readonly onEffect: (effect: number) => void;
}) => {
  const text = useTrialsWords();
  const { power } = plan;
  return (
    <Part title={text('power.title')}>
      <p>
        {text('power.found', {
          effect: text('points', { value: rough(power.effect) }),
          found: inHundred(power.probability),
        })}{' '}
        {plan.status === 'too-weak' && `${text('power.weak')} `}
        {text('power.excludable', { points: text('points', { value: rough(power.excludable) }) })}
      </p>
      <FoundDots probability={power.probability} />
      <PowerPicture plan={plan} />
      <p className="soft small">{text('power.caption')}</p>
      <Group className="effects" aria-label={text('power.choose')}>
        {possibleEffects(plan).map(({ effect, days }) => (
          <Button
            key={effect}
            className={`effect${effect === power.effect ? ' here' : ''}`}
            aria-pressed={effect === power.effect}
            onPress={() => onEffect(effect)}
          >
            <b>{text('points', { value: rough(effect) })}</b>
            <span className="soft small">
              {days === null ? text('power.days.none') : text('plan.days', { days })}
            </span>
          </Button>
        ))}
      </Group>
    </Part>
  );
};

const Notes = ({ plan }: { readonly plan: TrialPlan }) => {
  const text = useTrialsWords();
  const { notes, exposure, belief, food, blinding } = plan;
  const has = (part: string): boolean => notes.some((note) => note.includes(part));
  const said = [
    ...(plan.status === 'too-weak' ? [text('note.weak')] : []),
    ...(has('is not in your diary yet') ? [text('note.new', { name: nameOf(exposure) })] : []),
    ...(belief.assumed ? [text('note.delay')] : []),
    ...(has('Your diary is short') ? [text('note.short')] : []),
    text('note.slips'),
    ...(food || blinding === 'helper' ? [] : [text('note.know')]),
    ...(plan.duties.includes('name-replacements') ? [text('duty.replacements')] : []),
  ];
  return (
    <details>
      <summary>{text('notes.title')}</summary>
      <ul className="said">
        {said.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </details>
  );
};

/** How the result will be told, and the seal over the whole plan. */
export const Rules = ({ plan }: { readonly plan: TrialPlan }) => {
  const text = useTrialsWords();
  const { exposure, design, worthwhile, hash } = plan;
  const { looks } = design;
  const said = [
    text('rules.question', { name: nameOf(exposure) }),
    text('rules.test', { smallest: percent(design.smallestPossibleP) }),
    text('rules.estimate'),
    text('rules.drawn'),
    looks.length > 0 ? text('rules.looks', { looks: looks.join(', ') }) : text('rules.noLooks'),
    text('rules.verdict', { points: points(worthwhile) }),
  ];
  return (
    <>
      <details>
        <summary>{text('rules.title')}</summary>
        <ul className="said">
          {said.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </details>
      <section className="seal-leaf" aria-label={text('hash.title')}>
        <svg viewBox="0 0 64 40" className="seal-mark" aria-hidden="true">
          <rect className="seal-cell" x="2" y="3" width="31" height="34" rx="13" />
          <rect className="seal-cell" x="31" y="3" width="31" height="34" rx="13" />
          <path className="seal-line" d="M32 9v22" />
        </svg>
        <div>
          <p className="soft small">{text('hash.says')}</p>
          <code className="hash">{hash}</code>
        </div>
      </section>
    </>
  );
};

/** What to do with and without, and the days to stop and look. */
export const Doing = ({ plan }: { readonly plan: TrialPlan }) => {
  const text = useTrialsWords();
  const { checks } = plan;
  const kinds = [...new Set(checks.map(({ kind }) => kind))];
  const short = (date: string): string =>
    dayInWords(date, i18n.locale, { day: 'numeric', month: 'short' });
  return (
    <Part title={text('do.title')}>
      <dl className="arms">
        {(['with', 'without'] as const).map((arm) => (
          <div key={arm} className={`arm ${arm}`}>
            <dt>
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <circle className={`bead ${arm}`} cx="12" cy="12" r="8.500" />
              </svg>
              {text(`do.${arm}`)}
            </dt>
            <dd>{taskWords(text, plan, arm)}</dd>
          </div>
        ))}
      </dl>
      <p>{text('do.each')}</p>
      {checks.length > 0 && (
        <details>
          <summary>{text('checks.title')}</summary>
          <ul className="said">
            {kinds.map((kind) => (
              <li key={kind}>
                {text(`check.${kind}`)}{' '}
                <span className="soft">
                  {checks
                    .flatMap((check) => (check.kind === kind ? [short(check.on)] : []))
                    .join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="stop-note">{text('do.stop')}</p>
    </Part>
  );
};

/** Only what comes in capsules and is no food can be had without being known. */
const canBeHidden = ({ exposure, food }: TrialPlan): boolean =>
  exposure.startsWith('supplement/') && !food;

/** A plan with everything that can still be settled. Nothing is kept until the person begins. */
export const ProposedPlan = ({
  plan,
  scores,
  settled,
  today,
  onSettle,
  onBegin,
}: {
  readonly plan: TrialPlan;
  readonly scores: readonly Score[];
  readonly settled: Settled;
  readonly today: string;
  readonly onSettle: (changes: Partial<Settled>) => void;
  readonly onBegin: () => void;
}) => {
  const text = useTrialsWords();
  const word = useName();
  const { design, alternatives, exposure, outcome } = plan;
  const hidden = plan.blinding === 'helper';
  const startId = useId();
  const scoreId = useId();
  return (
    <div className="stack plan-of-trial">
      <h1>{text('plan.title', { name: nameOf(exposure) })}</h1>
      <Belief plan={plan} />
      <Part title={text('plan.design')}>
        <p className="design-days">
          <b>{text('plan.days', { days: design.days })}</b>{' '}
          <span className="soft">
            {text('plan.weeks', { weeks: points(Math.round(design.days / 7)) })}
          </span>
        </p>
        <p>
          {designWords(text, design)}{' '}
          {design.kind !== 'elimination-reintroduction' &&
            design.baselineDays > 0 &&
            `${text('design.baseline', { days: design.baselineDays })} `}
          {design.washoutDays > 0 && text('design.washout', { days: design.washoutDays })}
        </p>
        <div className="settings-of-trial">
          <div className="setting">
            <label className="label" htmlFor={scoreId}>
              {text('plan.score')}
            </label>
            <select
              id={scoreId}
              className="input"
              value={outcome.id}
              onChange={({ target }) =>
                onSettle({ outcome: target.value, effect: null, worthwhile: null, design: null })
              }
            >
              {[...new Set([outcome.id, ...scores.map(({ id }) => id)])].map((id) => (
                <option key={id} value={id}>
                  {word('item', id).replace(/^\w+\//u, '')}
                </option>
              ))}
            </select>
          </div>
          <div className="setting">
            <label className="label" htmlFor={startId}>
              {text('plan.start')}
            </label>
            <input
              id={startId}
              className="input"
              type="date"
              min={plusDays(today, 1)}
              max={plusDays(today, 60)}
              value={plan.start}
              onChange={({ target }) => {
                if (target.value !== '') onSettle({ start: target.value });
              }}
            />
          </div>
          <Worthwhile plan={plan} onChange={(worthwhile) => onSettle({ worthwhile })} />
          <div className="setting">
            <Checkbox
              className="choice"
              isSelected={settled.look}
              onChange={(look) => onSettle({ look })}
            >
              {text('plan.look')}
            </Checkbox>
            <p className="soft small">{text('plan.look.hint')}</p>
          </div>
          {canBeHidden(plan) && (
            <div className="setting">
              <Checkbox
                className="choice"
                isSelected={settled.blind}
                onChange={(blind) => onSettle({ blind })}
              >
                {text('plan.blind')}
              </Checkbox>
              <p className="soft small">{text('plan.blind.hint', { name: nameOf(exposure) })}</p>
            </div>
          )}
        </div>
      </Part>
      <Power plan={plan} onEffect={(effect) => onSettle({ effect, design: null })} />
      {alternatives.length > 0 && (
        <Part title={text('other.title')}>
          <ul className="ways">
            {alternatives.map(({ design: other, power }) => (
              <li key={other.kind} className="way">
                <p>
                  <b>{`${text('plan.days', { days: other.days })}.`}</b> {designWords(text, other)}{' '}
                  {text('other.found', {
                    effect: text('points', { value: rough(power.effect) }),
                    found: inHundred(power.probability),
                  })}
                </p>
                <Button className="button" onPress={() => onSettle({ design: other })}>
                  {text('other.take')}
                </Button>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={text('schedule.title')}>
        <SchedulePicture schedule={plan.schedule} hidden={hidden} />
      </Part>
      {hidden ? (
        <Part title={text('box.title')}>
          <HelperWords plan={plan} />
        </Part>
      ) : (
        <Doing plan={plan} />
      )}
      <Notes plan={plan} />
      <Rules plan={plan} />
      <div className="actions begin">
        <Button className="button main" onPress={onBegin}>
          {text('begin')}
        </Button>
      </div>
    </div>
  );
};
