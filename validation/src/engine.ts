import type { Suspects } from '@zonula/discovery';
import type { Timeline } from '@zonula/timeline';
import { comparators } from './comparators/comparators.ts';

/** What the studies read of an answer; a whole `Suspects` will do. */
export type Answer = Pick<Suspects, 'status' | 'reasons' | 'exposures' | 'suspects' | 'claims'>;

/** Anything that accuses: our engine, or a rule to compare it with. */
export type Engine = (timeline: Timeline, seed: number) => Answer;

const bare = (claims: readonly (readonly string[])[]): Answer => ({
  status: 'ok',
  reasons: [],
  exposures: [],
  suspects: claims.map((members) => ({
    members: [...members],
    probability: 1,
    verdict: 'likely',
    worthwhileProbability: 1,
    test: '',
  })),
  claims: claims.map((members) => [...members]),
});

/** `discover`, or the name of a comparator. Throws RangeError for an unknown name. */
export async function loadEngine(name: string): Promise<Engine> {
  if (name === 'discover') return loadDiscover();
  const comparator = comparators.find((candidate) => candidate.name === name);
  if (comparator === undefined) {
    const known = ['discover', ...comparators.map((candidate) => candidate.name)];
    throw new RangeError(`no engine "${name}"; known: ${known.join(', ')}`);
  }
  return (timeline, seed) =>
    bare(comparator.accuse(timeline, timeline.outcome!, seed).map((id) => [id]));
}

async function loadDiscover(): Promise<Engine> {
  const discovery: Record<string, unknown> = await import('@zonula/discovery');
  const discover = discovery.discover;
  if (typeof discover !== 'function') throw new RangeError('the discovery engine is not there yet');
  return (timeline, seed) => discover(timeline, { seed, outcome: timeline.outcome }) as Answer;
}
