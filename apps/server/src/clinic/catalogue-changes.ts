import { isDeepStrictEqual } from 'node:util';
import type { Catalogue } from '@zonula/clinic';

/** What one version of a catalogue has that the one before had not. */
export interface CatalogueChange {
  readonly kind: 'clinic' | 'room' | 'practitioner' | 'treatment';
  readonly id: string;
  readonly name: string;
  readonly what: 'added' | 'changed' | 'withdrawn';
}

const lists = [
  ['room', 'rooms'],
  ['practitioner', 'practitioners'],
  ['treatment', 'treatments'],
] as const;

/** Both are parsed by the same schema. A new order alone is a change of nothing. */
export const catalogueChanges = (
  before: Catalogue | null,
  after: Catalogue,
): readonly CatalogueChange[] => {
  const { clinic } = after;
  const own = { kind: 'clinic', id: '', name: clinic.name } as const;
  const changes: CatalogueChange[] =
    before === null
      ? [{ ...own, what: 'added' }]
      : isDeepStrictEqual(before.clinic, clinic)
        ? []
        : [{ ...own, what: 'changed' }];
  for (const [kind, list] of lists) {
    const old = new Map((before?.[list] ?? []).map((item) => [item.id, item]));
    for (const item of after[list]) {
      const earlier = old.get(item.id);
      old.delete(item.id);
      const { id, name } = item;
      if (earlier === undefined) changes.push({ kind, id, name, what: 'added' });
      else if (!isDeepStrictEqual(earlier, item)) changes.push({ kind, id, name, what: 'changed' });
    }
    for (const { id, name } of old.values()) changes.push({ kind, id, name, what: 'withdrawn' });
  }
  return changes;
};
