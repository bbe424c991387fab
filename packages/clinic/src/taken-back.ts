import type { Catalogue } from './catalogue.ts';

/** One thing that a catalogue offers, as a person calls it. */
export interface OfferedThing {
  readonly kind: 'clinic' | 'room' | 'practitioner' | 'treatment';
  /** Empty for the clinic itself. */
  readonly id: string;
  readonly name: string;
}

export interface TakenBack {
  /** It may be none that `catalogueSchema` takes: something that came later may need what goes. */
  readonly catalogue: unknown;
  /** Of these something was changed again since, which stays as it is now. */
  readonly kept: readonly OfferedThing[];
}

interface Merged {
  readonly value: unknown;
  /** Whether something stays because it was changed again. */
  readonly kept: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

// All were parsed by one schema, so their fields come in one order.
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** By what an entry of a list is known: itself, its id or its day; null for lists whose entries have none, or one twice. */
const keysOf = (list: readonly unknown[]): readonly string[] | null => {
  const keys = list.map((entry) => {
    if (typeof entry === 'string') return entry;
    const key = isFields(entry) ? (entry.id ?? entry.day) : undefined;
    return typeof key === 'string' ? key : null;
  });
  return keys.includes(null) || new Set(keys).size < keys.length ? null : (keys as string[]);
};

const byKey = (value: unknown): ReadonlyMap<string, unknown> | null => {
  if (!Array.isArray(value)) return null;
  const keys = keysOf(value);
  return keys === null ? null : new Map(keys.map((key, index) => [key, value[index]]));
};

type Three<Value> = readonly [before: Value, after: Value, now: Value];

const mergedList = ([before, after, now]: Three<ReadonlyMap<string, unknown>>): Merged => {
  let kept = false;
  const result = new Map<string, unknown>();
  for (const [key, value] of now) {
    const merged = merge([before.get(key), after.get(key), value]);
    kept ||= merged.kept;
    if (merged.value !== undefined) result.set(key, merged.value);
  }
  // What was taken out comes back where it stood.
  const order = [...result.keys()];
  const old = [...before.keys()];
  for (const [index, key] of old.entries()) {
    if (now.has(key)) continue;
    const merged = merge([before.get(key), after.get(key), undefined]);
    kept ||= merged.kept;
    if (merged.value === undefined) continue;
    result.set(key, merged.value);
    const previous = old.slice(0, index).findLast((one) => order.includes(one));
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, key);
  }
  return { value: order.map((key) => result.get(key)), kept };
};

const mergedFields = ([before, after, now]: Three<Fields>): Merged => {
  const names = [...new Set([...Object.keys(now), ...Object.keys(before)])];
  const fields = names.map(
    (name) => [name, merge([before[name], after[name], now[name]])] as const,
  );
  return {
    value: Object.fromEntries(fields.map(([name, { value }]) => [name, value])),
    kept: fields.some(([, one]) => one.kept),
  };
};

/** Three-way: what went from `before` to `after` is undone in `now`, as far down as only that was changed. */
const merge = ([before, after, now]: Three<unknown>): Merged => {
  if (same(before, after) || same(now, before)) return { value: now, kept: false };
  if (same(now, after)) return { value: before, kept: false };
  const all = [before, after, now] as const;
  if (all.every(isFields)) return mergedFields(all as Three<Fields>);
  const lists = all.map(byKey);
  if (lists.every((list) => list !== null))
    return mergedList(lists as unknown as Three<ReadonlyMap<string, unknown>>);
  return { value: now, kept: true };
};

/**
 * What is offered `now`, without what was changed from one version (`before`) to the next (`after`). What later versions changed
 * elsewhere stays; where they changed the very same, that stays too and is named.
 */
export const takenBack = (before: Catalogue, after: Catalogue, now: Catalogue): TakenBack => {
  const clinic = merge([before.clinic, after.clinic, now.clinic]);
  const kept: OfferedThing[] = clinic.kept
    ? [{ kind: 'clinic', id: '', name: now.clinic.name }]
    : [];
  const list = <Item extends { readonly id: string; readonly name: string }>(
    kind: OfferedThing['kind'],
    ...three: Three<readonly Item[]>
  ): unknown => {
    const [old, changed, current] = three.map(
      (items) => new Map(items.map((item) => [item.id, item])),
    ) as [Map<string, Item>, Map<string, Item>, Map<string, Item>];
    for (const [id, item] of new Map([...old, ...changed, ...current]))
      if (merge([old.get(id), changed.get(id), current.get(id)]).kept)
        kept.push({ kind, id, name: item.name });
    return mergedList([old, changed, current]).value;
  };
  return {
    catalogue: {
      clinic: clinic.value,
      rooms: list('room', before.rooms, after.rooms, now.rooms),
      practitioners: list(
        'practitioner',
        before.practitioners,
        after.practitioners,
        now.practitioners,
      ),
      treatments: list('treatment', before.treatments, after.treatments, now.treatments),
    },
    kept,
  };
};
