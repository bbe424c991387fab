import { discover, type Suspects } from '@zonula/discovery';
import type { Timeline } from '@zonula/timeline';
import { comparators } from './comparators/comparators.ts';

/** What the studies read of an answer; a whole `Suspects` will do. */
export type Answer = Pick<Suspects, 'status' | 'reasons' | 'exposures' | 'suspects' | 'claims'>;

/** Anything that accuses: our engine, or a rule to compare it with. */
export type Engine = (timeline: Timeline, seed: number) => Answer;

/** The answer of a rule that says nothing but its accusations. */
export const bareAnswer = (claims: readonly (readonly string[])[]): Answer => ({
  status: 'ok',
  reasons: [],
  exposures: [],
  suspects: [],
  claims: claims.map((members) => [...members]),
});

const zonula: Engine = (timeline, seed) =>
  discover(timeline, {
    version: 'validation',
    seed,
    ...(timeline.outcome === null ? {} : { outcome: timeline.outcome }),
  });

/** `discover`, or the name of a comparator. Throws RangeError for an unknown name. */
export function engineNamed(name: string): Engine {
  if (name === 'discover') return zonula;
  const comparator = comparators.find((candidate) => candidate.name === name);
  if (comparator === undefined) {
    const known = ['discover', ...comparators.map((candidate) => candidate.name)];
    throw new RangeError(`no engine "${name}"; known: ${known.join(', ')}`);
  }
  return (timeline, seed) =>
    timeline.outcome === null
      ? bareAnswer([])
      : bareAnswer(comparator.accuse(timeline, timeline.outcome, seed).map((id) => [id]));
}
