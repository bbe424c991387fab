import type { ModelDefinition, Observable, Parameter, State, Tag } from '../model.ts';

/** One arrow of the mechanism, for a picture that shows how sure it is. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** Whether more of `from` makes more or less of `to`. */
  readonly sign: 'more' | 'less';
  readonly tag: Tag;
  readonly source: string;
  /** In plain words, for a reader of twelve. */
  readonly sentence: string;
  /** The parameters that hold its strength. */
  readonly parameters: readonly string[];
}

/** A part of the axis. Its formulas may use what other parts define. */
export interface AxisModule {
  readonly name: string;
  readonly title: string;
  readonly states: Readonly<Record<string, State>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly intermediates?: Readonly<Record<string, string>>;
  readonly observables: Readonly<Record<string, Observable>>;
  readonly arrows: readonly Arrow[];
}

type Part = 'states' | 'parameters' | 'intermediates' | 'observables';

const merged = <T>(modules: readonly AxisModule[], part: Part): Record<string, T> => {
  const entries = new Map<string, T>();
  for (const module of modules)
    for (const [name, value] of Object.entries(module[part] ?? {})) {
      if (entries.has(name)) throw new RangeError(`${module.name}: "${name}" is defined twice`);
      entries.set(name, value as T);
    }
  return Object.fromEntries(entries);
};

/**
 * Joins modules into one model in time units of a day. Intermediates keep their order, so a module may
 * use those of the modules before it. Throws RangeError for a name that two modules define.
 */
export const compose = (
  name: string,
  title: string,
  modules: readonly AxisModule[],
): ModelDefinition => ({
  name,
  title,
  source: 'composed of the modules of this package; see the model card for the source of each',
  timeUnit: 'day',
  until: 365,
  states: merged(modules, 'states'),
  parameters: merged(modules, 'parameters'),
  intermediates: merged(modules, 'intermediates'),
  observables: merged(modules, 'observables'),
});
