import { type Dynamics, discover } from '@zonula/discovery';
import { conditionOf } from '@zonula/evidence';
import { composeServing, type Foods } from '@zonula/foods';
import { hiddenFor, shownDiary } from '@zonula/safety';
import { findOutcome, type Grain, toTimeline } from '@zonula/timeline';
import {
  addDays,
  designProblems,
  drawnPeriods,
  type NoBearablePlan,
  paceOf,
  proposeTrial,
  type TrialDesign,
  type TrialPlan,
} from '@zonula/trial';
import { version } from '../../version.ts';
import { diaryKey } from '../diary-key.ts';
import { classesOf, leaveFor, shut } from './leave-in.ts';
import type { PlanAsk, Proposal, TrialsProgress } from './questions.ts';

/** Where every analysis starts; the order of a trial is drawn from a seed of its own. */
const analysisSeed = 1;

/** Foods are looked at as finely as the thing on trial. */
const grainsFor = (id: string): readonly Grain[] => [
  id.startsWith('class/') ? 'class' : id.startsWith('ingredient/') ? 'ingredient' : 'dish',
  'entry',
];

/** The design with one look half-way; as it is where it is too short for one. */
const withLook = (design: TrialDesign, food: boolean): TrialDesign => {
  const half = Math.floor(drawnPeriods(design) / 2);
  const looked = { ...design, looks: [half - (half % 2)] };
  return designProblems(looked, { food }).length === 0 ? looked : design;
};

type Study = ReturnType<typeof study>;

const study = (
  { diary, profile, today, exposure, outcome: wanted }: PlanAsk,
  foods: Foods,
  onProgress: (share: number) => void,
) => {
  const hidden = hiddenFor(profile);
  const dynamics: Dynamics[] = [];
  const timeline = toTimeline(shownDiary(hidden, diary), {
    ...(hidden.foods ? {} : { foods: composeServing(foods) }),
    ...(wanted === null ? {} : { outcome: wanted }),
    grains: grainsFor(exposure),
    today,
  });
  const findings = discover(timeline, {
    version,
    seed: analysisSeed,
    onDynamics: (draws) => {
      dynamics.splice(0, dynamics.length, ...draws);
    },
    onProgress,
  });
  const outcome = findOutcome(timeline.outcomes, wanted ?? timeline.outcome ?? undefined) ?? null;
  return { timeline, findings, outcome, dynamics };
};

/** The last study, for as long as the same diary is asked about: other designs need no second one. */
export interface Studied {
  readonly key: string;
  readonly study: Study;
}

const keyOf = ({ diary, profile, corrections, exposure, outcome, today }: PlanAsk): string =>
  JSON.stringify([diaryKey(diary), profile, corrections, exposure, outcome, today]);

/** A proposal for this thing, or why there is none, and the study to hand in with the next question. */
export const planIn = (
  ask: PlanAsk,
  foods: Foods,
  before: Studied | null,
  onProgress: (progress: TrialsProgress) => void,
): { readonly proposal: Proposal; readonly studied: Studied | null } => {
  const { seed, exposure, profile, today, effect, worthwhile, look, blind, design } = ask;
  const decision = leaveFor(ask, foods);
  if (!decision.allowed) return { proposal: shut(ask, decision.reasons), studied: before };
  const key = keyOf(ask);
  const studied =
    before?.key === key
      ? before
      : {
          key,
          study: study(ask, foods, (share) =>
            onProgress({ step: 'diary', share: 0.05 + 0.4 * share }),
          ),
        };
  const { timeline, findings, outcome, dynamics } = studied.study;
  if (outcome === null) return { proposal: { kind: 'no-score' }, studied };
  const food = decision.value.elimination !== null;
  const soonest = addDays([timeline.to, today].sort().at(-1)!, 1);
  const looked = (designs: readonly TrialDesign[]) =>
    look ? designs.map((one) => withLook(one, food)) : designs;
  const made: TrialPlan | NoBearablePlan = proposeTrial(decision.value, {
    version,
    seed,
    exposure,
    classes: classesOf(foods, exposure, ask.holds),
    start: ask.start === null || ask.start < soonest ? soonest : ask.start,
    timeline,
    outcome,
    findings,
    dynamics,
    pace: paceOf(conditionOf(outcome.name), profile.conditions),
    blinding: blind && exposure.startsWith('supplement/') && !food ? 'helper' : 'open',
    ...(worthwhile === null ? {} : { worthwhile }),
    ...(effect === null ? {} : { effect }),
    own: design !== null,
    designs: (proposed) => looked(design === null ? proposed() : [{ ...design, looks: [] }]),
    onProgress: (share) => onProgress({ step: 'designs', share: 0.45 + 0.55 * share }),
  });
  return {
    proposal:
      made.hash === null
        ? { kind: 'unbearable', belief: made.belief }
        : { kind: 'plan', plan: made },
    studied,
  };
};
