import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Catalogue, catalogueSchema } from './catalogue.ts';
import { exampleCatalogue } from './fixtures/example-catalogue.ts';
import { takenBack } from './taken-back.ts';

type Draft = typeof exampleCatalogue;
type Change = (draft: Draft) => void;

const base = catalogueSchema.parse(exampleCatalogue);
const changed = (from: Catalogue, change: Change): Catalogue => {
  const draft = structuredClone(from) as unknown as Draft;
  change(draft);
  return catalogueSchema.parse(draft);
};
/** Makes a change, then a later one, and takes the first back; beside it what the later one alone would have made. */
const after = (first: Change, later: Change = () => {}) => {
  const once = changed(base, first);
  const { catalogue, kept } = takenBack(base, once, changed(once, later));
  return { catalogue, kept: kept.map(({ name }) => name), alone: () => changed(base, later) };
};
const price =
  (to: number): Change =>
  (draft) => {
    draft.treatments[1]!.price = to;
  };

describe('what one version changed is taken back', () => {
  test.each<[string, Change, Change]>([
    ['at another treatment', price(1), (draft) => (draft.treatments[0]!.price = 9900)],
    ['at another field of the same', price(1), (draft) => (draft.treatments[1]!.about = 'New')],
    [
      'at another rule of the clinic',
      (draft) => (draft.clinic.booking.holdMinutes = 20),
      (draft) => (draft.clinic.booking.daysAhead = 30),
    ],
    [
      'at another holiday of the same person',
      (draft) => draft.practitioners[0]!.availability.exceptions.shift(),
      (draft) =>
        draft.practitioners[0]!.availability.exceptions.push({ day: '2026-05-01', hours: [] }),
    ],
    [
      'by adding, where something was withdrawn',
      (draft) => draft.treatments.shift(),
      (draft) => draft.rooms.push({ id: 'room-3', name: 'Room 3' }),
    ],
    [
      'by who gives it, where somebody was added',
      (draft) => draft.treatments[1]!.practitioners.push('ana'),
      (draft) => draft.treatments[1]!.rooms.push('room-1'),
    ],
  ])('and what came later %s stays', (_, first, later) => {
    const { catalogue, kept, alone } = after(first, later);
    expect(kept).toEqual([]);
    expect(catalogue).toEqual(alone());
  });

  test('where it was changed again, that stays and is named', () => {
    const { catalogue, kept } = after((draft) => {
      price(1)(draft);
      draft.clinic.about = 'First';
    }, price(2));
    expect(kept).toEqual(['Light session']);
    expect(catalogue).toMatchObject({
      clinic: { about: base.clinic.about },
      treatments: [{}, { price: 2 }],
    });
  });

  test('what was added and then changed, or changed and then withdrawn, stays so and is named', () => {
    const added = after(
      (draft) => draft.rooms.push({ id: 'room-3', name: 'Room 3' }),
      (draft) => (draft.rooms[2]!.name = 'The large room'),
    );
    expect(added).toMatchObject({ kept: ['The large room'], catalogue: { rooms: [{}, {}, {}] } });
    const gone = after(price(1), (draft) => draft.treatments.pop());
    expect(gone).toMatchObject({ kept: ['Light session'], catalogue: { treatments: [{}] } });
  });

  test('a second time changes nothing', () => {
    const once = changed(base, price(1));
    const { catalogue } = takenBack(base, once, once);
    expect(catalogue).toEqual(base);
    expect(takenBack(base, once, catalogueSchema.parse(catalogue))).toEqual({
      catalogue: base,
      kept: [],
    });
  });

  test('what something later needs is taken away all the same: the schema says so', () => {
    const { catalogue } = after(
      (draft) => draft.rooms.push({ id: 'room-3', name: 'Room 3' }),
      (draft) => draft.treatments[1]!.rooms.push('room-3'),
    );
    expect(catalogueSchema.safeParse(catalogue).success).toBe(false);
  });
});

/** Small changes at random, each of which leaves a catalogue that the schema takes. */
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.integer({ min: 2000, max: 9999 }).map(
    (value): Change =>
      (draft) => {
        for (const one of draft.treatments) one.price = value;
      },
  ),
  fc.string({ minLength: 1, maxLength: 5, unit: 'grapheme-ascii' }).map(
    (text): Change =>
      (draft) => {
        draft.clinic.about = text;
      },
  ),
  fc.integer({ min: 1, max: 60 }).map(
    (value): Change =>
      (draft) => {
        draft.clinic.booking.holdMinutes = value;
      },
  ),
  fc.nat({ max: 1 }).map(
    (index): Change =>
      (draft) => {
        draft.treatments.splice(index, 1);
      },
  ),
  fc.nat({ max: 3 }).map(
    (index): Change =>
      (draft) => {
        const id = `room-${index + 1}`;
        if (!draft.rooms.some((one) => one.id === id)) draft.rooms.push({ id, name: `Room ${id}` });
      },
  ),
  fc.integer({ min: 1, max: 28 }).map(
    (number): Change =>
      (draft) => {
        const day = `2026-06-${String(number).padStart(2, '0')}`;
        const { exceptions } = draft.practitioners[0]!.availability;
        if (!exceptions.some((one) => one.day === day)) exceptions.push({ day, hours: [] });
      },
  ),
);

test('without anything later it is as it was before; nothing is ever half undone without being named', () => {
  const several = fc.array(changes, { maxLength: 4 });
  fc.assert(
    fc.property(several, several, (first, later) => {
      const once = first.reduce((from, change) => changed(from, change), base);
      expect(takenBack(base, once, once)).toEqual({ catalogue: base, kept: [] });
      const now = later.reduce((from, change) => changed(from, change), once);
      const { catalogue, kept } = takenBack(base, once, now);
      // What is left of the first is named, and nothing else of it is left.
      if (kept.length === 0)
        expect(takenBack(base, once, catalogue as Catalogue).catalogue).toEqual(catalogue);
      // Undoing what was not done changes nothing.
      expect(takenBack(once, once, now)).toEqual({ catalogue: now, kept: [] });
    }),
    { seed: 1, numRuns: 300 },
  );
});
