import type { Literature } from '@zonula/care';
import type { Suspect, SuspectDocument, Suspects } from '@zonula/discovery';
import { type Condition, conditionOf, type Evidence, type Subject } from '@zonula/evidence';
import type { Corrections } from '@zonula/foods';
import { UnusableArguments } from '../failure.ts';
import { loadFoods } from '../foods/data.ts';

/** The classes that the food of an identity more likely holds than not; none for anything that is no food. */
type ClassesOf = (id: string) => readonly string[];

export const createClassesOf = (corrections?: Corrections): ClassesOf => {
  const known = new Map<string, readonly string[]>();
  return (id) => {
    const [, name] = /^(?:food|ingredient)\/(.+)$/su.exec(id) ?? [];
    if (name === undefined) return [];
    const before = known.get(name);
    if (before) return before;
    const held = new Set(
      loadFoods(corrections)
        .read(name)
        .items.flatMap(({ classes }) =>
          [...classes].filter(([, { probability }]) => probability > 0.5).map(([key]) => key),
        ),
    );
    known.set(name, [...held]);
    return [...held];
  };
};

type Outcome = Pick<NonNullable<SuspectDocument['outcome']>, 'category' | 'name'>;

/** The condition that was given, or that the name of the skin score names. */
const conditionFor = (outcome: Outcome, given: Condition | undefined): Condition | null =>
  outcome.category === 'skin' ? (given ?? conditionOf(outcome.name)) : null;

export interface Reading {
  readonly evidence: Evidence;
  readonly classesOf: ClassesOf;
  /** What the person says it is. */
  readonly condition?: Condition | undefined;
}

const subjectOf = (id: string, { classesOf }: Reading, condition: Condition | null): Subject => ({
  exposure: id,
  classes: classesOf(id),
  ...(condition === null ? {} : { condition }),
});

/** What studies say of whatever may move this score; claims about a skin condition only beside a skin score. */
export const literatureFor =
  ({ outcome }: SuspectDocument, reading: Reading): Literature =>
  (id) => {
    if (outcome === null) return [];
    const condition = conditionFor(outcome, reading.condition);
    const claims = reading.evidence.claimsFor(subjectOf(id, reading, condition));
    return outcome.category === 'skin'
      ? claims
      : claims.filter(({ conditions }) => conditions.length === 0);
  };

/** Prior odds by what studies say. Throws `UnusableArguments` where the condition is not known. */
export const evidencePrior = (
  outcome: Outcome | null,
  reading: Reading,
): ((id: string) => number) => {
  if (outcome === null) return () => 1;
  if (outcome.category !== 'skin')
    throw new UnusableArguments(
      `--evidence-prior is for a skin score, and ${outcome.category}/${outcome.name} is none`,
    );
  const condition = conditionFor(outcome, reading.condition);
  if (condition === null)
    throw new UnusableArguments(
      `--evidence-prior needs --condition: the score ${outcome.category}/${outcome.name} names none`,
    );
  return (id) => reading.evidence.priorFor(subjectOf(id, reading, condition))?.odds ?? 1;
};

const besides = (document: SuspectDocument, reading: Reading) => {
  const literature = literatureFor(document, reading);
  return document.suspects.flatMap(({ members }: Suspect) =>
    members.map((id) => ({
      id,
      claims: literature(id).map(({ id: claim, claim: people, verdict, certainty, summary }) => ({
        id: claim,
        claim: people,
        verdict,
        certainty,
        summary,
      })),
    })),
  );
};

/** The document with what studies say of each member of its suspects, apart from the result. */
export const withLiterature = (suspects: Suspects, reading: Reading) => ({
  ...suspects,
  literature: besides(suspects, reading),
  ...(suspects.others
    ? {
        others: suspects.others.map((other) => ({ ...other, literature: besides(other, reading) })),
      }
    : {}),
});
