import { zones } from '@zonula/care';
import { describe, expect, test } from 'vitest';
import { type Place, placeOf, places, type View, wholeFace } from './places.ts';
import { drawings } from './shapes.ts';
import { en } from './words.ts';

const zoneOf = new Map(zones.map((zone) => [zone.id, zone]));
const drawnAs = ({ words, side }: Place): string => `${side === null ? '' : 'sided '}${words}`;

describe('the places of the body', () => {
  test('have one name each and lie in a zone whose surface is known', () => {
    expect(new Set(places.map(({ site }) => site)).size).toBe(places.length);
    for (const place of places) {
      const { site, zone, view, side } = place;
      expect(zoneOf.get(zone)?.view, site).toBe(view === 'back' ? 'back' : 'front');
      if (side !== null) expect(site).toBe(`${side} ${place.words}`);
      expect(placeOf(site)).toBe(place);
      expect(Object.hasOwn(en, `place.${place.words}`)).toBe(true);
    }
  });

  test('leave no zone of the body without a place', () => {
    const reached = new Set(places.map(({ zone }) => zone));
    expect(zones.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });

  test.each(['front', 'back', 'face'] as const)(
    'are all drawn, and nothing else is: %s',
    (view: View) => {
      const drawn = drawings[view].zones
        .filter(({ kind }) => kind !== 'door')
        .flatMap(({ words, kind }) =>
          kind === 'pair' ? [`sided ${words}`, `sided ${words}`] : [words],
        );
      const named = places
        .filter(({ view: own, site }) => own === view && site !== wholeFace)
        .map(drawnAs);
      expect([...drawn].sort()).toEqual([...named].sort());
    },
  );
});
