import type { Timeline } from '@zonula/timeline';
import type { Answer } from '../engine.ts';
import { consultOracle } from '../oracle.ts';
import type { Simulation } from '../simulate/simulate.ts';

export interface TriggerScore {
  readonly id: string;
  readonly delayClass: string;
  readonly simple: boolean;
  readonly doseResponse: string;
  readonly oracleT: number;
  readonly findable: boolean;
  readonly peak: number;
  readonly delay: number;
  /** Claimed alone, in a set of up to three (or of foods on identical days), or not. */
  readonly found: 'single' | 'set' | 'no';
  /** What the engine said of it; null when it could not judge. */
  readonly probability: number | null;
  readonly peakInterval: readonly [number, number] | null;
  readonly delayInterval: readonly [number, number] | null;
}

export interface ClaimScore {
  readonly members: readonly string[];
  /** Holds something that truly acts. */
  readonly right: boolean;
}

export interface DiaryScore {
  readonly triggers: readonly TriggerScore[];
  readonly claims: readonly ClaimScore[];
  /** Stated probability of every judged exposure and whether it truly acts. */
  readonly stated: readonly (readonly [probability: number, acts: boolean])[];
}

const MOST_MEMBERS = 3;

/** Holds an answer against the truth and the oracle. */
export function score(simulation: Simulation, timeline: Timeline, answer: Answer): DiaryScore {
  const { triggers } = simulation.truth;
  const acting = new Set(triggers.map(({ id }) => id));
  const oracle = consultOracle(simulation);
  const findings = new Map(answer.exposures.map((finding) => [finding.id, finding]));
  return {
    triggers: triggers.map((trigger, j) => {
      const finding = findings.get(trigger.id);
      return {
        id: trigger.id,
        delayClass: trigger.delayClass,
        simple: trigger.simple,
        doseResponse: trigger.doseResponse,
        oracleT: oracle[j]!.t,
        findable: oracle[j]!.findable,
        peak: trigger.peak,
        delay: trigger.delay,
        found: foundIn(answer.claims, trigger.id, timeline),
        probability: finding?.probability ?? null,
        peakInterval: finding?.effect?.peakInterval ?? null,
        delayInterval: finding?.delayDays?.interval ?? null,
      };
    }),
    claims: answer.claims.map((members) => ({
      members,
      right: members.some((id) => acting.has(id)),
    })),
    stated: answer.exposures
      .filter((finding) => finding.probability !== null)
      .map((finding) => [finding.probability!, acting.has(finding.id)] as const),
  };
}

function foundIn(
  claims: readonly (readonly string[])[],
  id: string,
  timeline: Timeline,
): TriggerScore['found'] {
  const claim = claims.find((members) => members.includes(id));
  if (claim === undefined) return 'no';
  if (claim.length === 1) return 'single';
  const twins = timeline.exposures.find((exposure) => exposure.id === id)?.identical ?? [];
  const strangers = claim.filter((member) => member !== id && !twins.includes(member));
  return claim.length <= MOST_MEMBERS || strangers.length === 0 ? 'set' : 'no';
}
