import { addDays } from '@zonula/diary';
import type { Evidence } from '@zonula/evidence';
import { type Person, pillars, type Triage, triage as triageOf } from '@zonula/safety';
import { type Acceptance, acceptanceOf } from '../nutrients/acceptance.ts';
import {
  type NutrientOptions,
  type NutrientsAtRisk,
  nutrientsAtRisk,
} from '../nutrients/nutrients-at-risk.ts';
import { listed, nameOfNutrient } from '../nutrients/words.ts';
import { tidy } from '../sentence.ts';
import { english, type Wording } from '../wording/wording-of.ts';
import { type CatalogueAction, type Conditions, catalogue, neverSuggested } from './catalogue.ts';
import { type Fact, type Facts, factsOf } from './facts.ts';
import { type Grounds, groundsOf, optionsFor, type SupportiveOption } from './options.ts';
import { type PlanSuspect, type TestableSuspect, testableSuspects } from './suspects.ts';

export interface PlanAction {
  readonly id: string;
  readonly pillar: (typeof pillars)[number];
  readonly title: string;
  readonly why: string;
  readonly evidence: readonly Grounds[];
  readonly how: readonly string[];
  /** Local days. `lookOn` is the day to look at what it did. */
  readonly from: string;
  readonly lookOn: string;
  readonly works: string;
  readonly end: string;
  readonly log: readonly string[];
}

export interface Plan {
  readonly version: string;
  readonly today: string;
  /** Fixed words on warning signs; they come before the rest. */
  readonly first: readonly {
    readonly id: string;
    readonly urgency: string;
    readonly text: string;
  }[];
  /** Questions that something in the diary raised; to be answered before the rest. */
  readonly ask: readonly {
    readonly id: string;
    readonly question: string;
    readonly ifYes: string;
  }[];
  /** At most three at a time. */
  readonly actions: readonly PlanAction[];
  /** What may follow, best first: nothing of it before one of the actions was looked at. */
  readonly later: readonly {
    readonly id: string;
    readonly pillar: PlanAction['pillar'];
    readonly title: string;
    readonly notBefore: string;
  }[];
  readonly pillars: readonly {
    readonly pillar: PlanAction['pillar'];
    readonly now: readonly string[];
    readonly later: readonly string[];
  }[];
  readonly options: readonly SupportiveOption[];
  readonly neverSuggested: readonly {
    readonly name: string;
    readonly why: string;
    readonly evidence: readonly Grounds[];
  }[];
  readonly suspects: readonly Pick<
    TestableSuspect,
    'name' | 'members' | 'allowed' | 'blockedBy' | 'reasons'
  >[];
  readonly hidden: Triage['hidden'];
  readonly notices: Triage['notices'];
  readonly nutrients: NutrientsAtRisk;
  /** What was true of the person, for a reader who wants to know why. */
  readonly facts: readonly Fact[];
}

export interface PlanOptions extends NutrientOptions {
  readonly version: string;
  readonly evidence: Evidence;
  readonly suspects?: readonly PlanSuspect[];
  /** Every class that an exposure may hold, however unlikely; null where it is not understood. */
  readonly classesOf: (exposure: string) => readonly string[] | null;
  /** English by default. */
  readonly wording?: Wording;
}

/** More at once is not kept up, and nobody can tell what helped. */
export const mostActions = 3;
/** A small budget puts what costs something this much later. */
const costsSomething = 120;
const mostNames = 3;

const holds = (facts: Facts, { all = [], any, none = [] }: Conditions): boolean =>
  all.every((fact) => facts.has(fact)) &&
  (any === undefined || any.some((fact) => facts.has(fact))) &&
  !none.some((fact) => facts.has(fact));

/** Rules that hold for every action, whatever the catalogue says. */
const isOffered = (
  action: CatalogueAction,
  facts: Facts,
  { without, names }: Acceptance,
): boolean =>
  holds(facts, action.for) &&
  !(action.classes ?? []).some((key) => without.has(key)) &&
  !(action.pillar !== 'professional' && action.food === true && names(action.how.join(' '))) &&
  !(facts.has('foods-hidden') && action.food === true) &&
  !(facts.has('urgent') && action.evenIfUrgent !== true);

const scoreOf = ({ priority, more, cost }: CatalogueAction, facts: Facts): number =>
  more.reduce((sum, { when, by }) => sum + (facts.has(when) ? by : 0), priority) -
  (facts.has('low-budget') && cost !== 'none' ? costsSomething : 0);

const onePerPillar = (ranked: readonly CatalogueAction[]): readonly CatalogueAction[] => {
  const taken = new Set<string>();
  return ranked
    .filter(({ pillar }) => !taken.has(pillar) && taken.add(pillar))
    .slice(0, mostActions);
};

/** Words that stand for something of the person. */
const wordsFor = (
  triage: Triage,
  suspects: readonly TestableSuspect[],
  { nutrients, own, common }: NutrientsAtRisk,
  wording: Wording,
): ReadonlyMap<string, readonly string[]> => {
  const low = nutrients.filter(({ standing }) => standing === 'low');
  const { say } = wording;
  const named = (sources: NutrientsAtRisk['own']) => ({
    names: listed(
      sources
        .slice(0, mostNames)
        .map(({ name, eaten }) =>
          say('“{name}”', { name: eaten === null ? say(name) : tidy(name) }),
        ),
      wording,
    ),
  });
  const testable = (eaten: boolean) =>
    suspects.find((one) => one.allowed && one.eaten === eaten)?.name;
  const words = new Map<string, readonly string[]>([
    ['redFlags', triage.redFlags.map(({ text }) => say(text))],
    ['clocks', triage.clocks.flatMap(({ text }) => (text === null ? [] : say(text)))],
    [
      'nutrients',
      [
        listed(
          low.slice(0, mostNames).map(({ nutrient }) => say(nameOfNutrient(nutrient))),
          wording,
        ),
      ],
    ],
    [
      'sources',
      [
        ...(own.length > 0 ? [say('From your own foods: {names}.', named(own))] : []),
        ...(common.length > 0 ? [say('Common foods that bring it: {names}.', named(common))] : []),
      ],
    ],
  ]);
  for (const [key, eaten] of [
    ['suspect', true],
    ['product', false],
  ] as const) {
    const name = testable(eaten);
    if (name !== undefined) words.set(key, [name]);
  }
  return words;
};

const placeholder = /\{(\w+)\}/gu;
/** A line that is only a placeholder becomes as many lines as it stands for. */
const filled = (text: string, words: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const whole = /^\{(\w+)\}$/u.exec(text);
  if (whole) return words.get(whole[1]!) ?? [];
  return [text.replace(placeholder, (_, key: string) => words.get(key)?.[0] ?? '')];
};

/**
 * A personal, dated plan over five pillars: at most three actions at a time, each with its reason, its length, what would show that it works
 * and when it ends. Warning signs come first; what the gates shut is never in it.
 */
export const makePlan = (person: Person, options: PlanOptions): Plan => {
  const { version, evidence, suspects: found = [], wording = english } = options;
  const { say } = wording;
  const { today } = person;
  const triage = triageOf(person, version);
  const nutrients = nutrientsAtRisk(person, options);
  const suspects = testableSuspects(person, triage.hidden, found, options.classesOf, wording);
  const facts = new Set(factsOf(person, triage, nutrients));
  if (suspects.some(({ allowed, eaten }) => allowed && eaten)) facts.add('may-test');
  if (suspects.some(({ allowed, eaten }) => allowed && !eaten)) facts.add('may-test-other');
  if (suspects.some(({ classes }) => classes?.includes('gluten') || classes?.includes('wheat')))
    facts.add('suspect-gluten');
  const acceptance = acceptanceOf(person.profile, options.read);
  const ranked = catalogue
    .filter((action) => isOffered(action, facts, acceptance))
    .map((action) => ({ action, score: scoreOf(action, facts) }))
    .sort((a, b) => b.score - a.score || (a.action.id < b.action.id ? -1 : 1))
    .map(({ action }) => action);
  const chosen = onePerPillar(ranked);
  const words = wordsFor(triage, suspects, nutrients, wording);
  const actions = chosen.map(
    ({ id, pillar, title, why, evidence: ids, how, days, works, end, log }): PlanAction => ({
      id,
      pillar,
      title: filled(say(title), words)[0]!,
      why: say(why),
      evidence: groundsOf(ids, evidence),
      how: how.flatMap((text) => filled(say(text), words)),
      from: today,
      lookOn: addDays(today, days),
      works: say(works),
      end: say(end),
      log,
    }),
  );
  const later = facts.has('urgent')
    ? []
    : ranked
        .filter((action) => !chosen.includes(action))
        .map(({ id, pillar, title }) => {
          const same = actions.find((action) => action.pillar === pillar);
          const soonest = actions.map(({ lookOn }) => lookOn).sort()[0] ?? today;
          return {
            id,
            pillar,
            title: filled(say(title), words)[0]!,
            notBefore: same?.lookOn ?? soonest,
          };
        });
  return {
    version,
    today,
    first: triage.redFlags.map(({ id, urgency, text }) => ({ id, urgency, text: say(text) })),
    ask: triage.questions
      .filter(({ because }) => because.some(({ code }) => code !== 'not-asked'))
      .map(({ id, question, ifYes }) => ({ id, question: say(question), ifYes: say(ifYes) })),
    actions,
    later,
    pillars: pillars.map((pillar) => ({
      pillar,
      now: actions.filter((action) => action.pillar === pillar).map(({ id }) => id),
      later: later.filter((action) => action.pillar === pillar).map(({ id }) => id),
    })),
    options: optionsFor(facts, acceptance, evidence, wording),
    neverSuggested: triage.hidden.foods
      ? []
      : neverSuggested.map(({ name, why, evidence: ids }) => ({
          name: say(name),
          why: say(why),
          evidence: groundsOf(ids, evidence),
        })),
    suspects: suspects.map(({ name, members, allowed, blockedBy, reasons }) => ({
      name,
      members,
      allowed,
      blockedBy,
      reasons,
    })),
    hidden: triage.hidden,
    notices: triage.notices.map((notice) => ({ ...notice, text: say(notice.text) })),
    nutrients,
    facts: [...facts].filter((fact) => !triage.hidden.weight || !fact.endsWith('weight')).sort(),
  };
};
