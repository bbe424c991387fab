import type { Diary } from '@zonula/diary';
import { discover, type Suspects } from '@zonula/discovery';
import { type Grain, type Timeline, toTimeline } from '@zonula/timeline';
import { createProgress } from './progress.ts';
import { version } from './version.ts';

export interface AnalysisOptions {
  readonly seed: number;
  readonly outcome?: string;
  readonly grains?: readonly Grain[];
  readonly worthwhile?: number;
  readonly research?: boolean;
}

export interface Analysis {
  readonly timeline: Timeline;
  readonly suspects: Suspects;
}

/** Diary to suspects, with progress for the person who waits. */
export const analyse = (
  diary: Diary,
  { seed, outcome, grains, worthwhile, research }: AnalysisOptions,
): Analysis => {
  const progress = createProgress(Date.now);
  const wanted = outcome === undefined ? {} : { outcome };
  try {
    const timeline = toTimeline(diary, { ...wanted, ...(grains ? { grains } : {}) });
    const suspects = discover(timeline, {
      ...wanted,
      version,
      seed,
      ...(worthwhile === undefined ? {} : { worthwhile }),
      ...(research ? { research } : {}),
      onProgress: (share) => progress.report('looking for what moves your skin', share),
    });
    return { timeline, suspects };
  } finally {
    progress.end();
  }
};
