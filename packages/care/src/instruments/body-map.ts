import { UnusableInput } from '@zonula/diary';
import { type Region, regions } from './area-and-severity.ts';

/** A zone that can be touched on a drawing of the body, seen from the front or the back. */
export interface Zone {
  readonly id: string;
  readonly label: string;
  readonly view: 'front' | 'back';
  /** The region of EASI and PASI that it belongs to. */
  readonly region: Region;
  /** Places inside it that have a name of their own but no published share of the surface. */
  readonly places: readonly string[];
}

/** Ages, in years, at which a column of the chart begins; the last one is for adults. */
const columns = [0, 1, 5, 10, 15, 18] as const;

/** Per cent of the body, front and back together, by age; what does not change with age has one number. */
type Share = number | readonly [number, number, number, number, number, number];

interface Segment {
  readonly id: string;
  readonly label: string;
  readonly region: Region;
  readonly sides: boolean;
  readonly views: readonly Zone['view'][];
  /** Of the whole segment: both views, one side. */
  readonly share: Share;
  readonly places?: Partial<Readonly<Record<Zone['view'], readonly string[]>>>;
}

const both = ['front', 'back'] as const;

const segments: readonly Segment[] = [
  {
    id: 'head',
    label: 'head',
    region: 'head',
    sides: false,
    views: both,
    share: [19, 17, 13, 11, 9, 7],
    places: {
      front: ['forehead', 'left cheek', 'right cheek', 'nose', 'chin', 'eyelids', 'ears'],
      back: ['scalp'],
    },
  },
  { id: 'neck', label: 'neck', region: 'head', sides: false, views: both, share: 2 },
  {
    id: 'trunk',
    label: 'trunk',
    region: 'trunk',
    sides: false,
    views: both,
    share: 26,
    places: {
      front: ['chest', 'belly', 'armpits'],
      back: ['shoulders', 'upper back', 'lower back'],
    },
  },
  {
    id: 'genitals',
    label: 'genitals',
    region: 'trunk',
    sides: false,
    views: ['front'],
    share: 1,
    places: { front: ['groin'] },
  },
  { id: 'buttock', label: 'buttock', region: 'legs', sides: true, views: ['back'], share: 2.5 },
  {
    id: 'upper-arm',
    label: 'upper arm',
    region: 'arms',
    sides: true,
    views: both,
    share: 4,
    places: { front: ['bend of the elbow'], back: ['elbow'] },
  },
  { id: 'forearm', label: 'forearm', region: 'arms', sides: true, views: both, share: 3 },
  {
    id: 'hand',
    label: 'hand',
    region: 'arms',
    sides: true,
    views: both,
    share: 2.5,
    places: { front: ['palm'], back: ['fingers', 'nails'] },
  },
  {
    id: 'thigh',
    label: 'thigh',
    region: 'legs',
    sides: true,
    views: both,
    share: [5.5, 6.5, 8, 8.5, 9, 9.5],
    places: { front: ['knee'], back: ['hollow of the knee'] },
  },
  {
    id: 'lower-leg',
    label: 'lower leg',
    region: 'legs',
    sides: true,
    views: both,
    share: [5, 5, 5.5, 6, 6.5, 7],
    places: { front: ['shin'], back: ['calf'] },
  },
  {
    id: 'foot',
    label: 'foot',
    region: 'legs',
    sides: true,
    views: both,
    share: 3.5,
    places: { front: ['toes', 'nails'], back: ['sole'] },
  },
];

interface WeighedZone extends Zone {
  readonly share: Share;
  readonly parts: number;
}

const weighed: readonly WeighedZone[] = segments.flatMap(
  ({ id, label, region, sides, views, share, places }) =>
    (sides ? ['left', 'right'] : ['']).flatMap((side) =>
      views.map((view) => ({
        id: [side, id, view].filter((word) => word !== '').join('-'),
        label: `${side && `${side} `}${label}, ${view}`,
        view,
        region,
        places: places?.[view] ?? [],
        share,
        parts: views.length,
      })),
    ),
);

/** Every zone of the body, front and back. */
export const zones: readonly Zone[] = weighed.map(({ share: _, parts: __, ...zone }) => zone);

const byId = new Map(weighed.map((zone) => [zone.id, zone]));

/** The column begins with the age: a child of four reads the one from 1. */
const columnOf = (ageYears: number): number =>
  Math.max(
    0,
    columns.findLastIndex((from) => ageYears >= from),
  );

/**
 * Per cent of the body that a zone holds at an age in years (Lund and Browder 1944, with equal front and back as on their chart).
 * The zones of an age add up to 100. Throws `RangeError` for a zone that there is not.
 */
export const surfaceOf = (zone: string, ageYears: number): number => {
  const found = byId.get(zone);
  if (!found) throw new RangeError(`there is no zone ${zone}`);
  const { share, parts } = found;
  return (typeof share === 'number' ? share : share[columnOf(ageYears)]!) / parts;
};

/** How much of each zone is affected, in per cent of the zone; a zone that is not named is free. */
export type Affected = ReadonlyMap<string, number>;

const check = (affected: Affected): void => {
  for (const [zone, percent] of affected) {
    if (!byId.has(zone))
      throw new UnusableInput(`zones.${zone}: there is no such zone of the body`);
    if (!(percent >= 0 && percent <= 100))
      throw new UnusableInput(`zones.${zone}: expected a number from 0 to 100 per cent`);
  }
};

const affectedShare = (affected: Affected, ageYears: number, among: readonly Zone[]): number =>
  among.reduce((sum, { id }) => sum + (surfaceOf(id, ageYears) * (affected.get(id) ?? 0)) / 100, 0);

/** Per cent of the whole body, 0 to 100, that is affected. Throws `UnusableInput` naming a wrong zone. */
export const extentOf = (affected: Affected, ageYears: number): number => {
  check(affected);
  return affectedShare(affected, ageYears, zones);
};

/** Per cent of each region of EASI and PASI, 0 to 100, that is affected. Throws `UnusableInput` naming a wrong zone. */
export const regionExtents = (
  affected: Affected,
  ageYears: number,
): Readonly<Record<Region, number>> => {
  check(affected);
  const share = (name: Region): number => {
    const own = zones.filter(({ region }) => region === name);
    const surface = own.reduce((sum, { id }) => sum + surfaceOf(id, ageYears), 0);
    return (100 * affectedShare(affected, ageYears, own)) / surface;
  };
  return Object.fromEntries(regions.map((name) => [name, share(name)])) as Record<Region, number>;
};

/** Per cent of an adult's body by the rule of nines, the sites of a SCORAD form. */
export const ruleOfNines = {
  headAndNeck: 9,
  leftArm: 9,
  rightArm: 9,
  leftLeg: 18,
  rightLeg: 18,
  frontOfTrunk: 18,
  back: 18,
  genitals: 1,
} as const;
