import type { Clinic, Practitioner, Treatment } from '@zonula/clinic';
import type { Part } from './catalogue.tsx';
import type { Catalogue } from './server.ts';

type Rooms = Catalogue['rooms'];

const put = <Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  item: Item | null,
): Item[] => {
  const there = items.some((one) => one.id === id);
  if (item === null) return items.filter((one) => one.id !== id);
  return there ? items.map((one) => (one.id === id ? item : one)) : [...items, item];
};

export const treatmentPart = (id: string): Part<Treatment> => ({
  read: ({ treatments }) => treatments.find((one) => one.id === id) ?? null,
  write: (catalogue, value) => ({
    ...catalogue,
    treatments: put(catalogue.treatments, id, value),
  }),
});

const givenBy = (treatments: readonly Treatment[], list: 'practitioners' | 'rooms', id: string) =>
  treatments.map((one) => ({ ...one, [list]: one[list].filter((other) => other !== id) }));

/** Whoever goes is taken out of the treatments too. */
export const practitionerPart = (id: string): Part<Practitioner> => ({
  read: ({ practitioners }) => practitioners.find((one) => one.id === id) ?? null,
  write: (catalogue, value) => ({
    ...catalogue,
    practitioners: put(catalogue.practitioners, id, value),
    treatments:
      value === null ? givenBy(catalogue.treatments, 'practitioners', id) : catalogue.treatments,
  }),
});

export interface ClinicAndRooms {
  readonly clinic: Clinic;
  readonly rooms: Rooms;
}

/** The clinic itself with its rooms; a room that goes is taken out of the treatments too. */
export const clinicPart: Part<ClinicAndRooms> = {
  read: ({ clinic, rooms }) => ({ clinic, rooms }),
  write: (catalogue, value) => {
    if (value === null) return catalogue;
    const gone = catalogue.rooms.filter(({ id }) => !value.rooms.some((one) => one.id === id));
    const treatments = gone.reduce<Treatment[]>(
      (left, { id }) => givenBy(left, 'rooms', id),
      catalogue.treatments,
    );
    return { ...catalogue, ...value, rooms: [...value.rooms], treatments };
  },
};

/** Treatments that nobody would give, or that would have no room, in this catalogue. */
export const orphans = ({ treatments }: Catalogue): readonly Treatment[] =>
  treatments.filter(({ practitioners, rooms }) => practitioners.length === 0 || rooms.length === 0);

/** A new short name in addresses, from a name and at random, so that nothing that was withdrawn comes back by chance. */
export const newId = (name: string): string => {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 40);
  const random = crypto.randomUUID().slice(0, 6);
  return plain === '' ? random : `${plain.replace(/-+$/u, '')}-${random}`;
};
