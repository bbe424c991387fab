import { expect, test } from 'vitest';
import { example } from './fixtures/example-clinic.ts';
import { clinicPart, newId, orphans, practitionerPart, treatmentPart } from './parts.ts';

const catalogue = example;
const [first] = catalogue.treatments;
const [who] = catalogue.practitioners;

test('a treatment is changed in its place, added at the end, and taken out', () => {
  const part = treatmentPart(first!.id);
  const changed = part.write(catalogue, { ...first!, minutes: 90 });
  expect(changed.treatments[0]).toMatchObject({ id: first!.id, minutes: 90 });
  expect(changed.treatments).toHaveLength(catalogue.treatments.length);
  const other = { ...first!, id: 'other' };
  expect(treatmentPart('other').write(catalogue, other).treatments.at(-1)).toBe(other);
  expect(part.read(part.write(catalogue, null))).toBeNull();
});

test('who goes gives no treatment any more, and what nobody gives is found', () => {
  const left = practitionerPart(who!.id).write(catalogue, null);
  expect(JSON.stringify(left.treatments)).not.toContain(`"${who!.id}"`);
  const alone = catalogue.treatments.filter(
    ({ practitioners }) => practitioners.length === 1 && practitioners[0] === who!.id,
  );
  expect(orphans(left).map(({ id }) => id)).toEqual(alone.map(({ id }) => id));
  expect(orphans(catalogue)).toEqual([]);
});

test('a room that goes is in no treatment any more', () => {
  const [room] = catalogue.rooms;
  const { clinic, rooms } = clinicPart.read(catalogue)!;
  const left = clinicPart.write(catalogue, {
    clinic,
    rooms: rooms.filter(({ id }) => id !== room!.id),
  });
  expect(left.treatments.flatMap((one) => one.rooms)).not.toContain(room!.id);
});

test('ids fit into addresses, whatever a name is', () => {
  for (const name of ['Skin visit', 'Über Ämter', '   ', '皮膚', 'x'.repeat(120), '-a-'])
    expect(newId(name)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/u);
  expect(newId('Light')).not.toBe(newId('Light'));
});
