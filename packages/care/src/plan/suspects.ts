import {
  countryProfileOf,
  type GateReason,
  gateReason,
  type Hidden,
  mayShow,
  mayTry,
  type Person,
} from '@zonula/safety';
import { broadClasses } from '../nutrients/eliminations.ts';
import { nameOf } from '../sentence.ts';
import { english, type Wording } from '../wording/wording-of.ts';

/** What discovery suspects, as far as a plan needs it. */
export interface PlanSuspect {
  /** Diary identities, `food/cheddar`, `class/dairy`, `skincare/new lotion`. */
  readonly members: readonly string[];
  readonly verdict: 'likely' | 'possible';
}

export interface TestableSuspect {
  /** The names, as they are shown. */
  readonly name: string;
  readonly members: readonly string[];
  readonly eaten: boolean;
  /** Classes it may hold; null when it is not known. */
  readonly classes: readonly string[] | null;
  readonly allowed: boolean;
  readonly blockedBy: readonly string[];
  /** Why not, and the way out, in words. */
  readonly reasons: readonly GateReason[];
}

const split = (identity: string): readonly [string, string] => {
  const slash = identity.indexOf('/');
  return [identity.slice(0, slash), identity.slice(slash + 1)];
};

const foodCategories: ReadonlySet<string> = new Set(['food', 'class', 'ingredient', 'supplement']);
/** Days in a row that a fair test may ask for at most. */
const daysOut = 14;

const isBroad = (identity: string): boolean => {
  const [category, name] = split(identity);
  return category === 'class' && broadClasses.has(name);
};

/** Suspects that may be shown to this person, with what the gates say about testing each. A medicine is never among them. */
export const testableSuspects = (
  person: Person,
  hidden: Hidden,
  suspects: readonly PlanSuspect[],
  classesOf: (exposure: string) => readonly string[] | null,
  { say }: Pick<Wording, 'say'> = english,
): readonly TestableSuspect[] => {
  const country = countryProfileOf(person.profile.country);
  return suspects
    .filter(({ members }) =>
      members.every((identity) => mayShow(hidden, identity) && split(identity)[0] !== 'medication'),
    )
    .map(({ members }) => {
      const each = members.map(classesOf);
      const classes = each.some((known) => known === null)
        ? null
        : [...new Set(each.flatMap((known) => known ?? []))];
      const decisions = members.map((exposure) =>
        mayTry(person, { exposure, classes, days: daysOut, alsoOut: [] }),
      );
      const blockedBy = new Set([
        ...decisions.flatMap((decision) => decision.blockedBy),
        ...(members.some(isBroad) ? ['one-food-at-a-time'] : []),
      ]);
      return {
        name: members
          .map((identity) =>
            say('“{name}”', { name: nameOf(split(identity)[1].replaceAll('-', ' ')).name }),
          )
          .join(` ${say('or')} `),
        members,
        eaten: members.some((identity) => foodCategories.has(split(identity)[0])),
        classes,
        allowed: blockedBy.size === 0,
        blockedBy: [...blockedBy],
        reasons: [...blockedBy].map((code) => {
          const { text, wayOut } = gateReason(code, country);
          return { code, text: say(text), wayOut: say(wayOut) };
        }),
      };
    });
};
