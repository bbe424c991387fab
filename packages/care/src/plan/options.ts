import { type Claim, type Evidence, verdictWords } from '@zonula/evidence';
import type { Acceptance } from '../nutrients/acceptance.ts';
import { english, type Wording } from '../wording/wording-of.ts';
import { supportiveOptions } from './catalogue.ts';
import type { Fact, Facts } from './facts.ts';

/** Claims behind an action or an option, with the grade of each. */
export interface Grounds {
  readonly id: string;
  /** "Partly, low certainty". */
  readonly grade: string;
}

export interface SupportiveOption {
  readonly id: string;
  readonly name: string;
  readonly kind: 'food' | 'supplement';
  readonly evidence: readonly Grounds[];
  /** What is known, and what to mind. */
  readonly known: string;
  readonly mind: string | null;
}

export const groundsOf = (ids: readonly string[], evidence: Evidence): readonly Grounds[] =>
  ids.map((id) => ({ id, grade: verdictWords(evidence.claim(id)!) }));

/** Supportive foods and supplements that fit the person, each with its grade; none while a warning sign or a question is open. */
export const optionsFor = (
  facts: Facts,
  { without, asked, names }: Acceptance,
  evidence: Evidence,
  { say }: Pick<Wording, 'say'> = english,
): readonly SupportiveOption[] => {
  if (facts.has('foods-hidden') || facts.has('red-flag') || facts.has('questions')) return [];
  const noSupplements: readonly Fact[] = [
    'pregnant',
    'maybe-pregnant',
    'breastfeeding',
    'low-weight',
    'not-asked:pregnancy',
    'not-asked:weight',
    'not-asked:ageBand',
    'not-asked:eatingDisorder',
    'not-asked:diabetesMedicine',
  ];
  if (!asked) return [];
  return supportiveOptions
    .filter(
      ({ classes, none, kind, name }) =>
        !names(name) &&
        !classes.some((key) => without.has(key)) &&
        !none.some((fact) => facts.has(fact)) &&
        !(kind === 'supplement' && noSupplements.some((fact) => facts.has(fact))),
    )
    .map(({ id, name, kind, evidence: ids, words }) => {
      const claim: Claim = evidence.claim(ids[0]!)!;
      return {
        id,
        name: say(name),
        kind,
        evidence: groundsOf(ids, evidence),
        known: say(claim.summary),
        mind: [claim.safety, words].flatMap((text) => (text ? say(text) : [])).join(' ') || null,
      };
    });
};
