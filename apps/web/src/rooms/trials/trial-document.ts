import type { Journal } from '@zonula/journal';
import type { TrialEvidence } from '@zonula/trial';
import { todayHere } from '../../browser.ts';
import { whoseDiary } from '../../journal/open.ts';
import type { OfStored } from '../../workers/stored-diary.ts';
import type { Person, TrialFile, TrialTold } from '../../workers/trials/questions.ts';

export type TrialResult = Extract<TrialTold, { readonly kind: 'told' }>['result'];

/** A trial as the journal keeps it. */
export interface TrialDocument {
  readonly key: string;
  readonly file: TrialFile;
  readonly result: TrialResult | null;
  /** Day on which it was put aside without a result. */
  readonly asideOn: string | null;
}

/** Every trial that was ever begun, the latest start first. */
export const trialsOf = async (journal: Journal): Promise<readonly TrialDocument[]> =>
  (await journal.documents('trial'))
    .map(({ key, value }) => ({ key, ...(value as unknown as Omit<TrialDocument, 'key'>) }))
    .sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1));

export const startOf = ({ file }: TrialDocument): string => String(file.start);
export const exposureOf = ({ file }: TrialDocument): string => String(file.exposure);

/** `food/ice cream` as it is spoken of: ice cream. */
export const nameOf = (exposure: string): string =>
  exposure.slice(exposure.indexOf('/') + 1).replaceAll('-', ' ');

export const isOpen = ({ result, asideOn }: TrialDocument): boolean =>
  result === null && asideOn === null;

/** What the worker has to know of the person. */
export const personIn = async (journal: Journal): Promise<OfStored<Person>> => {
  const profile = await journal.document('profile');
  if (profile === null) throw new Error('there is no profile');
  return {
    diary: { whose: whoseDiary() },
    profile,
    corrections: (await journal.documents('food-correction')).map(({ value }) => value),
    today: todayHere(),
  };
};

export const keepTrial = (journal: Journal, { key, ...value }: TrialDocument): Promise<void> =>
  journal.put('trial', key, JSON.parse(JSON.stringify(value)));

/** What finished trials have to say to the next analysis of the diary. */
export const evidenceOf = (trials: readonly TrialDocument[]): readonly TrialEvidence[] =>
  trials.flatMap(({ result }) =>
    result?.belief
      ? [
          {
            exposure: result.exposure,
            outcome: result.outcome,
            from: result.from,
            to: result.to,
            hash: result.hash,
            odds: result.belief.odds,
          },
        ]
      : [],
  );
