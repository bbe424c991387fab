import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { todayHere } from '../../browser.ts';
import { dayInWords } from '../../days.ts';
import { Progress } from '../../design/progress.tsx';
import { i18n, useText } from '../../i18n/i18n.ts';
import { useJournal, useLive } from '../../journal/context.tsx';
import type { Score } from '../../workers/trials/questions.ts';
import { GateShut } from './gate-shut.tsx';
import { ProposedPlan, type Settled } from './proposal.tsx';
import { isOpen, keepTrial, nameOf, personIn, trialsOf } from './trial-document.ts';
import { type TrialsWorker, useAsk } from './use-trials.ts';
import { useTrialsWords } from './words.ts';

const largestSeed = 0x7fff_ffff;

/** The order is drawn by chance, once for each thing that is looked at: asking again does not draw again. */
const drawnSeed = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) & largestSeed;

const unsettled: Settled = {
  outcome: null,
  effect: null,
  worthwhile: null,
  start: null,
  look: false,
  blind: false,
  design: null,
};

/** From a thing that was chosen to a plan that is fixed, or to why there is none. */
export const NewTrial = ({
  exposure,
  score,
  scores,
  workerOf,
}: {
  readonly exposure: string;
  readonly score: string | null;
  readonly scores: readonly Score[];
  readonly workerOf: TrialsWorker;
}) => {
  const text = useTrialsWords();
  const app = useText();
  const navigate = useNavigate();
  const { journal, announce } = useJournal();
  const profile = useLive((open) => open.document('profile'), []);
  const seed = useRef<number | null>(null);
  seed.current ??= drawnSeed();
  const [holds, setHolds] = useState<readonly string[] | null>(null);
  const [settled, setSettled] = useState<Settled>({ ...unsettled, outcome: score });
  const { asked: gate, run: askGate } = useAsk(workerOf, 'gate');
  const { asked: made, run: askPlan, stop } = useAsk(workerOf, 'plan');
  const wanted = useCallback(async () => {
    const open = (await trialsOf(journal)).filter(isOpen);
    return {
      ...(await personIn(journal)),
      exposure,
      holds,
      alsoOut: open.map(({ file }) => String(file.exposure)),
    };
  }, [journal, exposure, holds]);
  useEffect(() => {
    if (profile != null) void askGate(wanted);
  }, [askGate, wanted, profile]);
  const mayPlan = gate.state === 'done' && gate.answer.kind === 'open';
  const plan = useCallback(
    () => askPlan(async () => ({ ...(await wanted()), ...settled, seed: seed.current! })),
    [askPlan, wanted, settled],
  );
  useEffect(() => {
    if (mayPlan) void plan();
  }, [mayPlan, plan]);
  const name = nameOf(exposure);
  const [shown, setShown] = useState<typeof made | null>(null);
  useEffect(() => {
    if (made.state === 'done') setShown(made);
  }, [made]);
  const begin = async (file: Readonly<Record<string, unknown>>): Promise<void> => {
    if ((await trialsOf(journal)).some(isOpen)) {
      announce(text('begin.taken'), false);
      return;
    }
    await keepTrial(journal, {
      key: String(file.hash),
      file: JSON.parse(JSON.stringify({ ...file, events: [] })),
      result: null,
      asideOn: null,
    });
    announce(text('begin.done', { name, day: dayInWords(String(file.start), i18n.locale) }));
    await navigate({ to: '/trials' });
  };
  const proposal = shown?.state === 'done' ? shown.answer : null;
  return (
    <div className="stack">
      <div className="actions">
        <Button className="button plain" onPress={() => void navigate({ to: '/trials' })}>
          {text('choose.other')}
        </Button>
      </div>
      {gate.state === 'running' && proposal === null && (
        <p className="soft looking" role="status">
          {text('checking')}
        </p>
      )}
      {gate.state === 'failed' && (
        <p role="alert">{app('app.failed', { message: gate.message })}</p>
      )}
      {gate.state === 'done' && gate.answer.kind === 'shut' && (
        <GateShut name={name} shut={gate.answer} onHolds={setHolds} />
      )}
      {mayPlan && proposal === null && <h1>{text('plan.title', { name })}</h1>}
      {made.state === 'running' && (
        <div className={proposal === null ? '' : 'working'}>
          <Progress
            step={text(`step.${made.progress?.step ?? 'foods'}`)}
            share={made.progress?.share ?? 0}
            onStop={stop}
          />
        </div>
      )}
      {made.state === 'failed' && (
        <p role="alert">{app('app.failed', { message: made.message })}</p>
      )}
      {made.state === 'stopped' && (
        <div className="actions">
          <p role="status">{text('stopped')}</p>
          <Button className="button" onPress={() => void plan()}>
            {text('again')}
          </Button>
        </div>
      )}
      {mayPlan && proposal?.kind === 'no-score' && (
        <>
          <h1>{text('noScore.title')}</h1>
          <p className="lead">{text('noScore.why')}</p>
        </>
      )}
      {mayPlan && proposal?.kind === 'unbearable' && (
        <>
          <h1>{text('unbearable.title', { name })}</h1>
          <p className="lead">
            {text('unbearable.why', { days: Math.round(proposal.belief.delay.mean) })}
          </p>
          <p>{text('unbearable.out')}</p>
        </>
      )}
      {mayPlan && proposal?.kind === 'plan' && (
        <ProposedPlan
          plan={proposal.plan}
          scores={scores}
          settled={settled}
          today={todayHere()}
          onSettle={(changes) => setSettled((before) => ({ ...before, ...changes }))}
          onBegin={() => void begin(proposal.plan)}
        />
      )}
    </div>
  );
};
