/**
 * The sheet of cells that lines the gut: one villus with half a crypt on either side, repeated along the
 * picture. Lengths are pixels, y grows downwards, normals point into the lumen.
 */
export interface SheetPoint {
  readonly x: number;
  readonly y: number;
  readonly nx: number;
  readonly ny: number;
}

export interface Sheet {
  /** Along the sheet from crypt to crypt. */
  readonly length: number;
  /** At this length from the left crypt, 0 to `length`. */
  readonly at: (s: number) => SheetPoint;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A curve through the points, by Catmull and Rom. */
const smooth = (points: readonly Point[], each: number): Point[] => {
  const curve: Point[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b, c, d] = [
      points[i - 1] ?? points[i]!,
      points[i]!,
      points[i + 1]!,
      points[i + 2] ?? points[i + 1]!,
    ];
    for (let k = 0; k < each; k++) {
      const t = k / each;
      const mix = (p: number, q: number, r: number, s: number): number =>
        0.5 *
        (2 * q +
          (r - p) * t +
          (2 * p - 5 * q + 4 * r - s) * t ** 2 +
          (3 * q - p - 3 * r + s) * t ** 3);
      curve.push({ x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) });
    }
  }
  curve.push(points[points.length - 1]!);
  return curve;
};

/** A sheet along a curve. */
const along = (curve: readonly Point[]): Sheet => {
  const lengths = [0];
  for (let i = 1; i < curve.length; i++)
    lengths.push(
      lengths[i - 1]! + Math.hypot(curve[i]!.x - curve[i - 1]!.x, curve[i]!.y - curve[i - 1]!.y),
    );
  const length = lengths[lengths.length - 1]!;
  return {
    length,
    at: (s) => {
      const wanted = Math.min(Math.max(s, 0), length);
      let [low, high] = [0, curve.length - 1];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (lengths[middle]! <= wanted) low = middle;
        else high = middle;
      }
      const [a, b] = [curve[low]!, curve[high]!];
      const step = lengths[high]! - lengths[low]! || 1;
      const t = (wanted - lengths[low]!) / step;
      const [dx, dy] = [(b.x - a.x) / step, (b.y - a.y) / step];
      return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y), nx: dy, ny: -dx };
    },
  };
};

export interface Villus {
  /** Middle of the villus, and where its flanks begin. */
  readonly x: number;
  readonly base: number;
  readonly height: number;
  readonly width: number;
  /** Distance between the middles of two crypts. */
  readonly period: number;
  readonly crypt: number;
}

/** The sheet over one villus, from the bottom of the crypt on its left to that on its right. */
export const villusSheet = ({ x, base, height, width, period, crypt }: Villus): Sheet => {
  const half: Point[] = [
    { x: -period / 2, y: base + crypt },
    { x: -period / 2 + (period - width) * 0.34, y: base + crypt * 0.8 },
    { x: -width * 0.56, y: base + crypt * 0.25 },
    { x: -width * 0.5, y: base - height * 0.12 },
    { x: -width * 0.47, y: base - height * 0.42 },
    { x: -width * 0.44, y: base - height * 0.72 },
    { x: -width * 0.3, y: base - height * 0.93 },
    { x: 0, y: base - height },
  ];
  const points = [
    ...half,
    ...half
      .slice(0, -1)
      .reverse()
      .map((p) => ({ x: -p.x, y: p.y })),
  ];
  return along(
    smooth(
      points.map((p) => ({ x: x + p.x, y: p.y })),
      14,
    ),
  );
};

/** The low dome over a Peyer's patch. */
export const domeSheet = (
  x: number,
  base: number,
  width: number,
  height: number,
  crypt: number,
): Sheet =>
  along(
    smooth(
      [
        { x: x - width / 2, y: base + crypt },
        { x: x - width * 0.42, y: base + crypt * 0.3 },
        { x: x - width * 0.34, y: base - height * 0.45 },
        { x: x - width * 0.2, y: base - height * 0.88 },
        { x, y: base - height },
        { x: x + width * 0.2, y: base - height * 0.88 },
        { x: x + width * 0.34, y: base - height * 0.45 },
        { x: x + width * 0.42, y: base + crypt * 0.3 },
        { x: x + width / 2, y: base + crypt },
      ],
      14,
    ),
  );

/** One cell: where it begins and ends along its sheet, how far it has come from crypt to tip (0 to 1), and which it is. */
export interface Cell {
  readonly from: number;
  readonly to: number;
  readonly age: number;
  readonly index: number;
}

/**
 * The cells of a sheet when `risen` cells have left the tip since the start: both flanks ride up from the
 * crypt to the middle. `risen` may be any number from 0.
 */
export const cellsOf = (length: number, width: number, risen: number): Cell[] => {
  const half = length / 2;
  const count = Math.round(half / width);
  const own = half / count;
  const shift = risen - Math.floor(risen);
  const cells: Cell[] = [];
  for (const flank of [-1, 1])
    for (let k = -1; k < count; k++) {
      const from = Math.max(0, (k + shift) * own);
      const to = Math.min(half, (k + 1 + shift) * own);
      if (to - from < 0.5) continue;
      const index = (Math.floor(risen) - k) * 2 + (flank + 1) / 2;
      const age = to / half;
      cells.push(
        flank < 0 ? { from, to, age, index } : { from: length - to, to: length - from, age, index },
      );
    }
  return cells;
};

/** A number from 0 to 1 that belongs to a cell for good. */
export const luckOf = (index: number): number => {
  const mixed = Math.imul(index ^ (index >>> 15) ^ 0x9e3779b9, 0x85ebca6b);
  const more = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((more ^ (more >>> 16)) >>> 0) / 2 ** 32;
};
