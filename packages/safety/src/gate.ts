import { agreedFoods } from './answers.ts';
import { assess, type Person } from './assess.ts';
import { countryProfileOf } from './country.ts';
import {
  isHarmful,
  isWayOfEating,
  leavesSomethingOut,
  speaksOfEating,
  splitExposure,
} from './eating.ts';
import { agreedFoodsIn, classesTakenAlong, holdsGluten } from './food-groups.ts';
import { type GateReason, gateReason } from './gate-reasons.ts';
import { isMedicine } from './medicines.ts';
import type { Profile } from './profile.ts';

/** Longest time without a food, in days: eight weeks. */
export const mostDaysOut = 56;

/** What whoever runs an experiment with a food has to see to. */
export const duties = ['weight-check', 'mood-check', 'name-replacements', 'stop-rule'] as const;
export type Duty = (typeof duties)[number];

declare const passed: unique symbol;

/**
 * Leave to go without one food for a time. Only a gate of this file makes one: it cannot be written down as a
 * literal, and what was read from a file or copied does not count (`isAllowed`), since answers change.
 */
export interface AllowedElimination {
  readonly [passed]: 'elimination';
  readonly exposure: string;
  /** Days without it that were asked for. */
  readonly days: number;
  readonly duties: readonly Duty[];
}

/** Leave to have one food again at home. */
export interface AllowedReintroduction {
  readonly [passed]: 'reintroduction';
  readonly exposure: string;
}

/** Leave to go with and without something by turns. */
export interface AllowedTrial {
  readonly [passed]: 'trial';
  readonly exposure: string;
  /** Null where nothing is eaten. */
  readonly elimination: AllowedElimination | null;
  readonly reintroduction: AllowedReintroduction | null;
}

type Allowed = AllowedElimination | AllowedReintroduction | AllowedTrial;

export type Decision<T> =
  | {
      readonly allowed: true;
      readonly blockedBy: readonly [];
      readonly reasons: readonly [];
      readonly value: T;
    }
  | {
      readonly allowed: false;
      /** Codes; a question that was not asked is `not-asked:FIELD`. */
      readonly blockedBy: readonly string[];
      readonly reasons: readonly GateReason[];
      readonly value: null;
    };

export interface FoodRequest {
  /** Diary identity, `food/cheddar`, `class/dairy`. */
  readonly exposure: string;
  /** Every class it may hold (keys of the foods tables), however unlikely; null: not known what it is made of. */
  readonly classes: readonly string[] | null;
}

export interface EliminationRequest extends FoodRequest {
  /** Most days in a row without it, from 1. */
  readonly days: number;
  /** Days in a row it has been out already. */
  readonly daysOutAlready?: number;
  /** Other foods that are out at present. */
  readonly alsoOut: readonly string[];
}

const issued = new WeakSet<object>();

const issue = <T extends Allowed>(fields: Omit<T, typeof passed>): T => {
  const value = Object.freeze({ ...fields }) as unknown as T;
  issued.add(value);
  return value;
};

/** Whether a value came from a gate in this run of the program, and was not copied or read from a file. */
export const isAllowed = (value: unknown): value is Allowed =>
  typeof value === 'object' && value !== null && issued.has(value);

const decide = <T extends Allowed>(
  codes: readonly string[],
  { profile }: Person,
  value: () => T,
): Decision<T> => {
  if (codes.length === 0) return { allowed: true, blockedBy: [], reasons: [], value: value() };
  const country = countryProfileOf(profile.country);
  const blockedBy = [...new Set(codes)];
  const reasons = blockedBy.map((code) => gateReason(code, country));
  return { allowed: false, blockedBy, reasons, value: null };
};

type Field = keyof Profile & string;

/** The code when the answer is one of `shut`, or when there is no answer; nothing otherwise. */
const check = <F extends Field>(
  profile: Profile,
  field: F,
  shut: (answer: NonNullable<Profile[F]>) => string | null,
): readonly string[] => {
  const answer = profile[field];
  if (answer === null) return [`not-asked:${field}`];
  const code = shut(answer as NonNullable<Profile[F]>);
  return code === null ? [] : [code];
};

/** All classes that going without it touches: what was said, and what a whole class takes along. */
const touched = ({ exposure, classes }: FoodRequest): readonly string[] | null => {
  const [category, key] = splitExposure(exposure);
  if (classes === null || category !== 'class') return classes;
  return [...new Set([key, ...classes, ...classesTakenAlong(key)])];
};

const flagCodes = (person: Person, gluten: boolean): readonly string[] =>
  assess(person).flatMap(({ flag: { id, blocks }, status }) => {
    if (status === 'clear' || blocks === 'nothing' || (blocks === 'gluten' && !gluten)) return [];
    return [status === 'open' ? `red-flag:${id}` : `not-asked:redFlags.${id}`];
  });

const ageCodes = (profile: Profile) =>
  check(profile, 'ageBand', (age) => (age === 'under-18' ? 'under-18' : null));
const eatingCodes = (profile: Profile) =>
  check(profile, 'eatingDisorder', (one) => (one === 'never' ? null : 'eating-disorder'));
const allergyCodes = (profile: Profile) =>
  check(profile, 'foodAllergies', (foods) => (foods.length > 0 ? 'food-allergy' : null));

const hasCoeliacDisease = ({ coeliacTest, conditions }: Profile): boolean =>
  coeliacTest === 'positive' || (conditions?.includes('coeliac-disease') ?? false);

const eliminationCodes = (person: Person, request: EliminationRequest): readonly string[] => {
  const { profile } = person;
  const { days, daysOutAlready = 0, alsoOut, exposure } = request;
  const classes = touched(request);
  if (
    !Number.isInteger(days) ||
    days < 1 ||
    !Number.isInteger(daysOutAlready) ||
    daysOutAlready < 0
  )
    throw new RangeError('days are whole numbers, at least 1 to come and 0 behind');
  const gluten = classes === null || holdsGluten(classes);
  const coeliac = hasCoeliacDisease(profile)
    ? ['coeliac-disease']
    : check(profile, 'coeliacTest', (test) => (test === 'negative' ? null : 'coeliac-test'));
  return [
    ...flagCodes(person, gluten),
    ...ageCodes(profile),
    ...check(profile, 'pregnancy', (one) => {
      if (one === 'no') return null;
      return one === 'unsure' ? 'maybe-pregnant' : 'pregnant-or-breastfeeding';
    }),
    ...eatingCodes(profile),
    ...check(profile, 'weight', (weight) => (weight === 'low' ? 'low-weight' : null)),
    ...allergyCodes(profile),
    ...check(profile, 'diabetesMedicine', (one) => (one === 'yes' ? 'diabetes-medicine' : null)),
    ...(gluten ? coeliac : []),
    ...(classes === null ? ['not-asked:foodContents'] : []),
    ...(alsoOut.some((other) => other !== exposure) || isWayOfEating(exposure)
      ? ['one-food-at-a-time']
      : []),
    ...(days + daysOutAlready > mostDaysOut ? ['longer-than-8-weeks'] : []),
  ];
};

const reintroductionCodes = (person: Person, request: FoodRequest): readonly string[] => {
  const { profile } = person;
  const classes = touched(request);
  const gluten = classes === null || holdsGluten(classes);
  const needed = classes === null ? agreedFoods : agreedFoodsIn(classes);
  const agreed = new Set(profile.clinicianAgreements.map(({ food }) => food));
  const missing = needed.filter((food) => !agreed.has(food));
  return [
    ...flagCodes(person, gluten),
    ...ageCodes(profile),
    ...eatingCodes(profile),
    ...allergyCodes(profile),
    ...(gluten && hasCoeliacDisease(profile) ? ['coeliac-disease'] : []),
    ...(gluten && !hasCoeliacDisease(profile) ? check(profile, 'coeliacTest', () => null) : []),
    ...(missing.length > 0 ? check(profile, 'conditions', () => null) : []),
    ...(profile.conditions?.includes('eczema')
      ? missing.map((food) => `clinician-agreement:${food}`)
      : []),
    ...(classes === null ? ['not-asked:foodContents'] : []),
  ];
};

/**
 * May this person go without a food on their own? `RangeError` for days that are no whole numbers. Blocks under 18, pregnancy and
 * breastfeeding, low weight, an eating disorder now or before, food allergy, medicines for diabetes, gluten without a
 * negative coeliac test, a second food at a time, more than 8 weeks, open red flags, and every such question without an answer.
 */
export const mayEliminate = (
  person: Person,
  request: EliminationRequest,
): Decision<AllowedElimination> =>
  decide(eliminationCodes(person, request), person, () =>
    issue<AllowedElimination>({ exposure: request.exposure, days: request.days, duties }),
  );

/**
 * May this person have a food again at home after a time without it? In eczema milk, egg, peanut, nuts, fish, shellfish
 * and wheat only once a clinician has agreed.
 */
export const mayReintroduce = (
  person: Person,
  request: FoodRequest,
): Decision<AllowedReintroduction> =>
  decide(reintroductionCodes(person, request), person, () =>
    issue<AllowedReintroduction>({ exposure: request.exposure }),
  );

/** What is swallowed counts as food unless it is known to hold none; so does a habit that is about eating or leaves something out. */
const isFood = ({ exposure, classes }: FoodRequest): boolean => {
  const [category, name] = splitExposure(exposure);
  if (category === 'food' || category === 'ingredient' || category === 'class') return true;
  if (category !== 'habit' && category !== 'supplement') return (classes?.length ?? 0) > 0;
  if (classes === null || classes.length > 0 || isWayOfEating(exposure)) return true;
  return category === 'habit' && (speaksOfEating(name) || leavesSomethingOut(name));
};

/** Claim B48: it can do harm, and nothing that has it taken day by day is suggested. */
const isOralAloe = ({ exposure, classes }: FoodRequest): boolean =>
  !exposure.startsWith('skincare/') &&
  (/\baloe\b/iu.test(exposure) || (classes?.includes('aloe') ?? false));

/** Why nobody may try it, whatever they answered; null where nothing of the kind holds. */
const neverTried = ({ profile }: Person, request: FoodRequest): string | null => {
  if (isOralAloe(request)) return 'oral-aloe';
  if (isMedicine(request.exposure, profile)) return 'medicine';
  return isHarmful(request.exposure) ? 'harmful' : null;
};

/** Nothing at all is tried before these. */
const urgentCodes = (person: Person): readonly string[] =>
  assess(person)
    .filter(
      ({ flag: { urgency }, status }) =>
        status === 'open' && (urgency === 'emergency-now' || urgency === 'same-day'),
    )
    .map(({ flag: { id } }) => `red-flag:${id}`);

/**
 * May this person go with and without something by turns? For food both gates must be open. A medicine never. Anything else unless
 * something that needs help today is open.
 */
export const mayTry = (person: Person, request: EliminationRequest): Decision<AllowedTrial> => {
  const { exposure } = request;
  const never = neverTried(person, request);
  if (never !== null || !isFood(request))
    return decide(never === null ? urgentCodes(person) : [never], person, () =>
      issue<AllowedTrial>({ exposure, elimination: null, reintroduction: null }),
    );
  const elimination = mayEliminate(person, request);
  const reintroduction = mayReintroduce(person, request);
  return decide([...elimination.blockedBy, ...reintroduction.blockedBy], person, () =>
    issue<AllowedTrial>({
      exposure,
      elimination: elimination.value,
      reintroduction: reintroduction.value,
    }),
  );
};
