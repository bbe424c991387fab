import { symbolsOf } from '../expression/expression.ts';
import type { Model } from '../model.ts';

const known = new WeakMap<Model, Map<string, ReadonlySet<string>>>();

const find = (model: Model, observable: string): ReadonlySet<string> => {
  const { stateNames, observableNames, observed, system } = model;
  const i = observableNames.indexOf(observable);
  const first = i < 0 ? [observable] : [...symbolsOf(observed[i]!)];
  const behind = new Set(first.filter((name) => stateNames.includes(name)));
  for (let before = -1; before < behind.size; ) {
    before = behind.size;
    for (const [row, column] of system.pattern ?? [])
      if (behind.has(stateNames[row]!)) behind.add(stateNames[column]!);
  }
  return behind;
};

/**
 * The states on which a state or observable depends, now or later, whatever the numbers. What moves none of them
 * cannot be seen there.
 */
export const statesBehind = (model: Model, observable: string): ReadonlySet<string> => {
  const own = known.get(model) ?? new Map<string, ReadonlySet<string>>();
  known.set(model, own);
  const behind = own.get(observable) ?? find(model, observable);
  own.set(observable, behind);
  return behind;
};
