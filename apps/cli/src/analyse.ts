import type { Diary } from '@zonula/diary';
import { type Dynamics, discover, discoverAll, type Suspects } from '@zonula/discovery';
import { type Corrections, composeServing } from '@zonula/foods';
import {
  findOutcome,
  type Grain,
  type Timeline,
  type Outcome as TimelineOutcome,
  toTimeline,
} from '@zonula/timeline';
import { type TrialEvidence, trialOdds, withoutTrialDays } from '@zonula/trial';
import { today } from './clock.ts';
import { loadFoods } from './foods/data.ts';
import { createProgress } from './progress.ts';
import { version } from './version.ts';

export interface AnalysisOptions {
  readonly seed: number;
  /** What to explain, in the order asked; by default the skin score with the most days. */
  readonly outcomes?: readonly string[];
  readonly grains?: readonly Grain[];
  readonly worthwhile?: number;
  readonly research?: boolean;
  /** Told how the score moves by itself, one value per draw. */
  readonly onDynamics?: (draws: readonly Dynamics[]) => void;
  /** Finished trials: their days are counted by their verdicts, not a second time. */
  readonly trials?: readonly TrialEvidence[];
  /** What the person said a phrase means. */
  readonly corrections?: Corrections;
  /** How much of an effect on the skin passes through the gut; default true. Nothing else depends on it. */
  readonly throughGut?: boolean;
  /** Factors on the prior odds, made for the score that is explained. */
  readonly priorOdds?: ((outcome: TimelineOutcome | null) => (id: string) => number) | undefined;
}

export interface Analysis {
  readonly timeline: Timeline;
  readonly suspects: Suspects;
}

/** Without the scores of the gut, unless they are what is explained: then no effect is followed through it. */
const withoutGut = (timeline: Timeline): Timeline => ({
  ...timeline,
  outcomes: timeline.outcomes.filter(
    ({ category, id }) => category !== 'gut' || id === timeline.outcome,
  ),
});

/** Diary to suspects, with progress for the person who waits. */
export const analyse = (
  diary: Diary,
  {
    seed,
    outcomes = [],
    grains,
    worthwhile,
    research,
    corrections,
    priorOdds,
    onDynamics,
    throughGut = true,
    trials = [],
  }: AnalysisOptions,
): Analysis => {
  const progress = createProgress(Date.now);
  const first = outcomes.length === 0 ? {} : { outcome: outcomes[0]! };
  try {
    const composed =
      grains === undefined || grains.some((g) => g === 'ingredient' || g === 'class');
    const whole = toTimeline(diary, {
      ...(composed ? { foods: composeServing(loadFoods(corrections)) } : {}),
      today: today(),
      ...first,
      ...(grains ? { grains } : {}),
    });
    const timeline = withoutTrialDays(whole, trials);
    const options = {
      version,
      seed,
      ...(worthwhile === undefined ? {} : { worthwhile }),
      ...(research ? { research } : {}),
      ...(onDynamics ? { onDynamics } : {}),
      ...(trials.length > 0 && timeline.outcome !== null
        ? { trialOdds: trialOdds(trials, timeline.outcome) }
        : {}),
      ...(priorOdds
        ? {
            priorOdds: priorOdds(
              findOutcome(timeline.outcomes, timeline.outcome ?? undefined) ?? null,
            ),
          }
        : {}),
      onProgress: (share: number) => progress.report('looking for what moves your skin', share),
    };
    const judged = throughGut ? timeline : withoutGut(timeline);
    const suspects =
      outcomes.length === 0 ? discover(judged, options) : discoverAll(judged, outcomes, options);
    return { timeline, suspects };
  } finally {
    progress.end();
  }
};
