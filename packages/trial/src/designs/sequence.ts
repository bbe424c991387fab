import type { Random } from '@zonula/numerics';

export type Arm = 'with' | 'without';

/**
 * The set of orders a trial may have; each is drawn with the same probability.
 * `pairs`: each two periods in a row hold both arms, in either order.
 * `balanced`: half of the periods hold each arm, in any order, with at most `longestWith` and `longestWithout` periods of
 * one arm in a row; `alreadyWithout` periods without stand before the first.
 */
export type SequenceRule =
  | { readonly kind: 'pairs'; readonly pairs: number }
  | {
      readonly kind: 'balanced';
      /** Even, from 2. */
      readonly periods: number;
      readonly longestWith: number;
      readonly longestWithout: number;
      readonly alreadyWithout: number;
    };

type Balanced = Extract<SequenceRule, { readonly kind: 'balanced' }>;

/** Where an order stands: periods of each arm still to come, the arm of the last one and how often in a row. */
interface State {
  readonly withLeft: number;
  readonly withoutLeft: number;
  readonly last: Arm;
  readonly run: number;
}

const start = ({ periods, alreadyWithout }: Balanced): State => ({
  withLeft: periods / 2,
  withoutLeft: periods / 2,
  last: 'without',
  run: alreadyWithout,
});

const after = (state: State, arm: Arm): State => ({
  withLeft: state.withLeft - (arm === 'with' ? 1 : 0),
  withoutLeft: state.withoutLeft - (arm === 'without' ? 1 : 0),
  last: arm,
  run: arm === state.last ? state.run + 1 : 1,
});

const isAllowed = (rule: Balanced, { withLeft, withoutLeft, last, run }: State): boolean =>
  withLeft >= 0 &&
  withoutLeft >= 0 &&
  run <= (last === 'with' ? rule.longestWith : rule.longestWithout);

type Counter = (state: State) => number;

/** How many orders lead on from a state; remembered, so that counting takes a time that grows with the cube of the periods. */
const createCounter = (rule: Balanced): Counter => {
  const known = new Map<number, number>();
  const width = rule.periods + rule.alreadyWithout + 1;
  const count = (state: State): number => {
    if (!isAllowed(rule, state)) return 0;
    if (state.withLeft + state.withoutLeft === 0) return 1;
    const key =
      2 * ((state.withLeft * width + state.withoutLeft) * width + state.run) +
      (state.last === 'with' ? 1 : 0);
    const before = known.get(key);
    if (before !== undefined) return before;
    const sum = count(after(state, 'with')) + count(after(state, 'without'));
    known.set(key, sum);
    return sum;
  };
  return count;
};

let latest: { readonly key: string; readonly count: Counter } | null = null;

/** The counter of the rule asked for last is kept: thousands of orders are drawn by one rule. */
const counterOf = (rule: Balanced): Counter => {
  const { periods, longestWith, longestWithout, alreadyWithout } = rule;
  const key = [periods, longestWith, longestWithout, alreadyWithout].join(' ');
  if (latest?.key !== key) latest = { key, count: createCounter(rule) };
  return latest.count;
};

/** Number of periods in each order. */
export const periodsOfRule = (rule: SequenceRule): number =>
  rule.kind === 'pairs' ? 2 * rule.pairs : rule.periods;

/** Number of different orders; exact up to 2^53. 0 when the limits leave none. */
export const countSequences = (rule: SequenceRule): number =>
  rule.kind === 'pairs' ? 2 ** rule.pairs : counterOf(rule)(start(rule));

/** One order, each with the same probability. `RangeError` when there is none. */
export const drawSequence = (rule: SequenceRule, random: Random): readonly Arm[] => {
  if (rule.kind === 'pairs')
    return Array.from({ length: rule.pairs }, () => pairs[random.integer(2)]).flat();
  const count = counterOf(rule);
  let state = start(rule);
  let left = count(state);
  if (left === 0) throw new RangeError('no order keeps to these limits');
  const arms: Arm[] = [];
  while (arms.length < rule.periods) {
    const next = after(state, 'with');
    const leading = count(next);
    const arm = random.uniform() * left < leading ? 'with' : 'without';
    arms.push(arm);
    state = arm === 'with' ? next : after(state, 'without');
    left = arm === 'with' ? leading : left - leading;
  }
  return arms;
};

const pairs: readonly (readonly Arm[])[] = [
  ['with', 'without'],
  ['without', 'with'],
];

/** Every order once, in a fixed sequence. */
export const enumerateSequences = (rule: SequenceRule): readonly (readonly Arm[])[] => {
  let found: (readonly Arm[])[] = [[]];
  if (rule.kind === 'pairs') {
    for (let pair = 0; pair < rule.pairs; pair += 1)
      found = found.flatMap((arms) => pairs.map((pair) => [...arms, ...pair]));
    return found;
  }
  const walk = (state: State, arms: readonly Arm[]): readonly (readonly Arm[])[] => {
    if (!isAllowed(rule, state)) return [];
    if (arms.length === rule.periods) return [arms];
    return (['with', 'without'] as const).flatMap((arm) => walk(after(state, arm), [...arms, arm]));
  };
  return walk(start(rule), []);
};
