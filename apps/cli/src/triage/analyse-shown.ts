import type { Diary } from '@zonula/diary';
import type { SuspectDocument, Suspects } from '@zonula/discovery';
import { type Hidden, mayShow, shownDiary } from '@zonula/safety';
import { type Analysis, type AnalysisOptions, analyse } from '../analyse.ts';

const nothingElse = 'no-exposures';

const hasNothingElse = ({ reasons }: SuspectDocument): boolean =>
  reasons.some(({ code }) => code === nothingElse);

/** Sleep, stress and the like, as figures: nothing of them names what is hidden. */
const withCovariates =
  (hidden: Hidden, all: readonly SuspectDocument[]) =>
  <T extends SuspectDocument>(document: T): T => {
    if (!hasNothingElse(document)) return document;
    const { outcome } = document;
    const whole = all.find(
      (one) => one.outcome?.category === outcome?.category && one.outcome?.name === outcome?.name,
    );
    return {
      ...document,
      reasons: document.reasons.map((reason) =>
        reason.code === nothingElse
          ? { ...reason, text: 'There is no habit or skin product that we could show you.' }
          : reason,
      ),
      covariates: whole?.covariates.filter(({ id }) => mayShow(hidden, id)) ?? [],
    };
  };

const every = (suspects: Suspects): readonly SuspectDocument[] => [
  suspects,
  ...(suspects.others ?? []),
];

/**
 * The analysis of what may be shown. Where nothing is left to be looked at but sleep and stress, their figures come from the whole
 * diary, since an analysis needs something that can be had or left.
 */
export const analyseShown = (
  hidden: Hidden | null,
  diary: Diary,
  options: AnalysisOptions,
): Analysis => {
  if (!hidden?.foods) return analyse(diary, options);
  const shown = analyse(shownDiary(hidden, diary), options);
  if (!every(shown.suspects).some(hasNothingElse)) return shown;
  const fill = withCovariates(hidden, every(analyse(diary, options).suspects));
  const { others } = shown.suspects;
  return {
    ...shown,
    suspects: { ...fill(shown.suspects), ...(others ? { others: others.map(fill) } : {}) },
  };
};
