import { addDays } from '@zonula/diary';
import { agreedFoods } from './answers.ts';
import { assess, type Because, type FlagState, type Person } from './assess.ts';
import { type ClockState, clocksOf } from './clocks.ts';
import { type CountryProfile, countryProfileOf, inCountry } from './country.ts';
import { type Decision, mayEliminate, mayReintroduce } from './gate.ts';
import { type GateReason, gateQuestions } from './gate-reasons.ts';
import { type Hidden, hiddenFor } from './hidden-for.ts';
import { type Notice, noticesOf } from './notices.ts';
import { type Urgency, urgencies } from './red-flag.ts';
import type { RedFlagId } from './red-flags.ts';

export interface OpenFlag {
  readonly id: RedFlagId;
  readonly urgency: Urgency;
  /** Fixed words for the person's country. */
  readonly text: string;
  /** Claims of the evidence. */
  readonly evidence: readonly string[];
}

/** A question to ask now; `ifYes` is what is said when the answer is yes. */
export interface Question {
  readonly id: RedFlagId;
  readonly urgency: Urgency;
  readonly question: string;
  readonly ifYes: string;
  readonly because: readonly Because[];
  readonly evidence: readonly string[];
}

export interface Gate {
  readonly action: 'eliminate' | 'reintroduce';
  /** `any` stands for a food that no rule of its own concerns. */
  readonly food: string;
  readonly allowed: boolean;
  readonly blockedBy: readonly string[];
  readonly reasons: readonly GateReason[];
}

/** What comes before everything else: the document of `triage --json`. */
export interface Triage {
  readonly version: string;
  readonly country: CountryProfile;
  /** The most urgent of the open red flags; null without one. */
  readonly urgency: Urgency | null;
  readonly redFlags: readonly OpenFlag[];
  readonly questions: readonly Question[];
  /** Questions of the profile without an answer. */
  readonly notAsked: readonly { readonly field: string; readonly question: string }[];
  readonly clocks: readonly ClockState[];
  readonly notices: readonly Notice[];
  readonly hidden: Hidden;
  /** Whether a food may be left out on one's own at all. */
  readonly allowed: boolean;
  readonly blockedBy: readonly string[];
  readonly gates: readonly Gate[];
}

/** Days for which something that was taken is spoken of. */
const noticeDays = 28;
/** Any time that the rules allow: how long is decided when an experiment is planned. */
const someDays = 28;

const byUrgency = (a: FlagState, b: FlagState): number =>
  urgencies.indexOf(a.flag.urgency) - urgencies.indexOf(b.flag.urgency);

/** Codes that speak of weight: not told where weight is hidden, since what hides it shuts every gate by itself. */
const ofWeight: ReadonlySet<string> = new Set(['low-weight', 'not-asked:weight']);

/** Where foods are hidden, none is named. */
const gatesOf = (person: Person, hidden: Hidden): readonly Gate[] => {
  const gateOf = (action: Gate['action'], food: string, decision: Decision<unknown>): Gate => {
    const told = (code: string): boolean => !(hidden.weight && ofWeight.has(code));
    return {
      action,
      food,
      allowed: decision.allowed,
      blockedBy: decision.blockedBy.filter(told),
      reasons: decision.reasons.filter(({ code }) => told(code)),
    };
  };
  const eliminate = (food: string, classes: readonly string[]) =>
    gateOf(
      'eliminate',
      food,
      mayEliminate(person, { exposure: `class/${food}`, classes, days: someDays, alsoOut: [] }),
    );
  const reintroduce = (food: string, classes: readonly string[]) =>
    gateOf('reintroduce', food, mayReintroduce(person, { exposure: `class/${food}`, classes }));
  const any = [eliminate('any', []), reintroduce('any', [])];
  if (hidden.foods) return any;
  return [
    any[0]!,
    eliminate('gluten', ['gluten']),
    any[1]!,
    ...agreedFoods.map((food) => reintroduce(food, [food === 'nuts' ? 'tree-nut' : food])),
  ];
};

/** Red flags, open questions, clocks, what is hidden and which gates are shut, for one person on one day. */
export const triage = (person: Person, version: string): Triage => {
  const { profile, today } = person;
  const country = countryProfileOf(profile.country);
  const flags = [...assess(person)].sort(byUrgency);
  const open = flags
    .filter(({ status }) => status === 'open')
    .map(({ flag: { id, urgency, text, evidence } }) => ({
      id,
      urgency,
      text: inCountry(text, country),
      evidence,
    }));
  const hidden = hiddenFor(profile);
  const gates = gatesOf(person, hidden);
  return {
    version,
    country,
    urgency: open[0]?.urgency ?? null,
    redFlags: open,
    questions: flags
      .filter(({ status }) => status === 'ask')
      .map(({ flag: { id, urgency, question, text, evidence }, because }) => ({
        id,
        urgency,
        question: question!,
        ifYes: inCountry(text, country),
        because,
        evidence,
      })),
    notAsked: [...gateQuestions]
      .filter(
        ([field]) =>
          profile[field as keyof typeof profile] === null && !(hidden.weight && field === 'weight'),
      )
      .map(([field, question]) => ({ field, question })),
    clocks: clocksOf(profile, today, country),
    notices: noticesOf(person, addDays(today, -noticeDays)),
    hidden,
    allowed: gates[0]!.allowed,
    blockedBy: gates[0]!.blockedBy,
    gates,
  };
};
