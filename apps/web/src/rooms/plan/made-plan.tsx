import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { saveFile, todayHere } from '../../browser.ts';
import { dayInWords } from '../../days.ts';
import { i18n } from '../../i18n/i18n.ts';
import { createCare } from '../../workers/care/client.ts';
import type { PlanView } from '../../workers/care/questions.ts';
import { ActionLeaf } from './action-leaf.tsx';
import { Grounds } from './grounds.tsx';
import { useKept } from './kept.ts';
import { NearbyClinic } from './nearby-clinic.tsx';
import { Pillars } from './pillars.tsx';
import { Questions } from './questions.tsx';
import type { Taken } from './read-kept.ts';
import { usePlanWords } from './words.ts';

const mostReasons = 2;
const short = { day: 'numeric', month: 'long' } as const;

const groundsIn = ({ grounds }: PlanView, on: readonly { readonly id: string }[]) =>
  on.flatMap(({ id }) => grounds.find((one) => one.id === id) ?? []);

const First = ({ view: { plan } }: { readonly view: PlanView }) => {
  const text = usePlanWords();
  return (
    <>
      {plan.first.length > 0 && (
        <section className="first-things" aria-label={text('first.title')}>
          {plan.first.map(({ id, text: words }) => (
            <p key={id}>{words}</p>
          ))}
        </section>
      )}
      {plan.ask.length > 0 && (
        <section className="first-things" aria-labelledby="plan-ask">
          <h2 id="plan-ask">{text('ask.title')}</h2>
          {plan.ask.map(({ id, question, ifYes }) => (
            <div key={id}>
              <p>{question}</p>
              <p className="soft small">{`${text('ask.ifYes')} ${ifYes}`}</p>
            </div>
          ))}
          <Link to="/settings" className="button">
            {text('ask.answer')}
          </Link>
        </section>
      )}
    </>
  );
};

const Suspects = ({ view: { plan } }: { readonly view: PlanView }) => {
  const text = usePlanWords();
  return (
    <section className="stack" aria-labelledby="plan-suspects">
      <h2 id="plan-suspects">{text('suspects')}</h2>
      {plan.suspects.length === 0 && <p className="soft">{text('suspects.none')}</p>}
      <ul className="stack">
        {plan.suspects.map(({ name, members, allowed, reasons }) => (
          <li key={members.join()} className={`pointed ${allowed ? 'may' : 'may-not'}`}>
            <h3>{name}</h3>
            <p>{text(allowed ? 'suspect.may' : 'suspect.mayNot')}</p>
            {!allowed &&
              reasons
                .slice(0, mostReasons)
                .map((reason) => <p key={reason.code}>{`${reason.text} ${reason.wayOut}`}</p>)}
            {reasons.length > mostReasons && (
              <p className="soft small">
                {text('suspect.more', { count: reasons.length - mostReasons })}
              </p>
            )}
            {allowed && <Link to="/trials">{text('suspect.test')}</Link>}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Options = ({ view }: { readonly view: PlanView }) => {
  const text = usePlanWords();
  const { options, neverSuggested } = view.plan;
  return (
    <>
      {options.length > 0 && (
        <details>
          <summary>{text('options')}</summary>
          <p className="soft">{text('options.lead')}</p>
          <ul className="graded-list">
            {options.map(({ id, name, evidence, known, mind }) => (
              <li key={id}>
                <h3>{name}</h3>
                <Grounds grounds={groundsIn(view, evidence)} told={known} />
                <p>{known}</p>
                {mind !== null && <p className="soft">{`${text('mind')} ${mind}`}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {neverSuggested.length > 0 && (
        <details>
          <summary>{text('never')}</summary>
          <ul className="graded-list">
            {neverSuggested.map(({ name, why, evidence }) => (
              <li key={name}>
                <h3>{name}</h3>
                <p>{why}</p>
                <Grounds grounds={groundsIn(view, evidence)} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

const TakeAlong = ({ view: { plan, id } }: { readonly view: PlanView }) => {
  const text = usePlanWords();
  const save = async (kind: 'calendar' | 'carePlan'): Promise<void> => {
    const care = createCare();
    const language = i18n.locale === 'de' ? 'de' : 'en';
    try {
      if (kind === 'calendar')
        saveFile(
          `zonula-plan-${plan.today}.ics`,
          'text/calendar',
          await care.ask('calendar', { plan, id, language }),
        );
      else
        saveFile(
          `zonula-plan-${plan.today}.json`,
          'application/fhir+json',
          await care.ask('carePlan', { plan, id, language }),
        );
    } finally {
      care.stop();
    }
  };
  return (
    <section className="stack" aria-labelledby="plan-take">
      <h2 id="plan-take">{text('to')}</h2>
      <div className="actions">
        <Button className="button" onPress={() => void save('calendar')}>
          {text('calendar')}
        </Button>
        <Button className="button" onPress={() => void save('carePlan')}>
          {text('carePlan')}
        </Button>
        <Link to="/report" className="button plain">
          {text('toReport')}
        </Link>
      </div>
    </section>
  );
};

/** Warning signs, at most three things to do, what may follow, what the diary points to, and what to ask. */
export const MadePlan = ({ view }: { readonly view: PlanView }) => {
  const text = usePlanWords();
  const { kept, keep } = useKept();
  const { plan, nutrients, questions } = view;
  const said = new Set(plan.first.map(({ text: words }) => words));
  const takenOf = (id: string) => kept?.taken.find((one) => one.id === id) ?? null;
  const take = (id: string, title: string, on: boolean): void => {
    const since = todayHere();
    void keep(
      (before) => {
        const others = before.taken.filter((one) => one.id !== id);
        return { ...before, taken: on ? [...others, { id, since, done: [] }] : others };
      },
      text(on ? 'take.said' : 'take.left', { title }),
    );
  };
  const tick = (id: string, title: string, step: number, on: boolean): void => {
    const ticked = (one: Taken): Taken => ({
      ...one,
      done: [...one.done.filter((other) => other !== step), ...(on ? [step] : [])],
    });
    void keep(
      (before) => ({
        ...before,
        taken: before.taken.map((one) => (one.id === id ? ticked(one) : one)),
      }),
      title,
    );
  };
  return (
    <>
      <First view={view} />
      <Pillars plan={plan} />
      <div className="stack wide-gap">
        {plan.actions.map((action) => (
          <ActionLeaf
            key={action.id}
            action={action}
            said={said}
            grounds={groundsIn(view, action.evidence)}
            taken={takenOf(action.id)}
            onTake={(on) => take(action.id, action.title, on)}
            onTick={(step, on) => tick(action.id, action.how[step]!, step, on)}
          />
        ))}
      </div>
      {plan.later.length > 0 && (
        <details>
          <summary>{text('later')}</summary>
          <ul className="later-list">
            {plan.later.map(({ id, pillar, title, notBefore }) => (
              <li key={id}>
                <span className="pillar-name">{text(`pillar.${pillar}`)}</span>
                <span>{title}</span>
                <span className="soft small">
                  {text('later.notBefore', { day: dayInWords(notBefore, i18n.locale, short) })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Suspects view={view} />
      {nutrients.length > 0 && (
        <details>
          <summary>{text('nutrients')}</summary>
          <div className="stack tight">
            {nutrients.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </details>
      )}
      <Options view={view} />
      {plan.notices.length > 0 && (
        <section className="stack tight" aria-labelledby="plan-notices">
          <h2 id="plan-notices">{text('notices')}</h2>
          {plan.notices.map(({ id, text: words }) => (
            <p key={id}>{words}</p>
          ))}
        </section>
      )}
      <Questions ideas={questions} />
      {plan.first.length === 0 && plan.ask.length === 0 && <NearbyClinic />}
      <TakeAlong view={view} />
      {plan.hidden.foods && <p className="soft">{text('hidden.foods')}</p>}
      <p className="soft small">{text('notAdvice')}</p>
    </>
  );
};
