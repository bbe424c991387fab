import { cellHeight, cellWidth, type Layout, offset } from './gut-layout.ts';
import type { Moment } from './play.ts';
import { cellsOf, luckOf, type Sheet } from './sheet.ts';

type Kind = 'small' | 'large';
export interface Particle {
  kind: Kind;
  x: number;
  y: number;
  /** In the lumen; at a gap it was let through or not; under the sheet; in the blood. */
  place: 'lumen' | 'passing' | 'under' | 'blood';
  /** Index of the sheet and place along it where it will knock. */
  sheet: number;
  s: number;
  depth: number;
  wobble: number;
  age: number;
}

/** Cells that leave each tip in a second of watching. */
const cellsPerSecond = 0.35;

/** Seeded, so that the picture is the same each time. */
const createLuck = (seed: number): (() => number) => {
  let at = seed;
  return () => luckOf(at++);
};

export interface Motion {
  readonly particles: readonly Readonly<Particle>[];
  /** Cells that have left a tip. */
  readonly shed: readonly { readonly x: number; readonly y: number; readonly age: number }[];
  /** Cells that have left each tip since the start. */
  readonly risen: () => number;
  /** Seconds of watching. */
  readonly clock: () => number;
  /** Moves everything by so many seconds, in a gut that stands so. */
  readonly step: (seconds: number, moment: Moment) => void;
}

/** What moves in the picture: molecules of two sizes on their way, and cells that ride up and leave. */
export const createMotion = (width: number, layout: Layout, seed: number): Motion => {
  const luck = createLuck(seed);
  const { sheets, vessel, vesselHeight, base } = layout;
  let risen = 0;
  let clock = 0;
  const particles: Particle[] = [];
  const shed: { x: number; y: number; vx: number; age: number }[] = [];
  const wanted = Math.round(width / 9);

  const newcomer = (kind: Kind, anywhere: boolean): Particle => {
    const sheet = Math.floor(luck() * sheets.length);
    const { length } = sheets[sheet]!.sheet;
    const s = length * (0.22 + 0.56 * luck());
    return {
      kind,
      x: luck() * width,
      y: anywhere ? luck() * base * 0.6 : -8 - luck() * 30,
      place: 'lumen',
      sheet,
      s,
      depth: 0,
      wobble: luck() * 7,
      age: 0,
    };
  };
  for (let i = 0; i < wanted; i++) particles.push(newcomer(i % 3 === 0 ? 'large' : 'small', true));

  /** The nearest gap between two cells of a sheet. */
  const gapNear = (sheet: Sheet, s: number): number => {
    const cells = cellsOf(sheet.length, cellWidth, risen);
    let best = s;
    let far = Infinity;
    for (const { from } of cells) {
      const d = Math.abs(from - s);
      if (d < far) [best, far] = [from, d];
    }
    return best;
  };

  /** Nutrients pass by cells and pores; what is large only where the seal is open, or by M cells. */
  const passes = (p: Particle, moment: Moment): boolean => {
    const { kind } = sheets[p.sheet]!;
    if (p.kind === 'small') return luck() < 0.75 * Math.min(1, moment.villusCoverage);
    if (kind === 'dome' && luck() < 0.12) return true;
    return luck() < 0.03 * Math.max(0, moment.leak);
  };

  const step = (seconds: number, moment: Moment): void => {
    const dt = Math.min(seconds, 0.1);
    clock += dt;
    const before = Math.floor(risen);
    risen += dt * cellsPerSecond;
    if (Math.floor(risen) > before)
      for (const { sheet } of sheets) {
        const [x, y] = offset(sheet.at(sheet.length / 2), cellHeight + 4);
        shed.push({ x, y, vx: (luck() - 0.5) * 14, age: 0 });
      }
    for (const cell of shed) {
      cell.age += dt;
      cell.x += cell.vx * dt;
      cell.y -= 11 * dt;
    }
    while (shed.length > 0 && shed[0]!.age > 4) shed.shift();
    for (let i = 0; i < particles.length; i++) {
      const p = particles[i]!;
      p.age += dt;
      p.wobble += dt * 2.3;
      if (p.place === 'lumen') {
        const point = sheets[p.sheet]!.sheet.at(p.s);
        const [tx, ty] = offset(point, cellHeight + 7);
        const [dx, dy] = [tx - p.x, ty - p.y];
        const far = Math.hypot(dx, dy);
        const speed = (p.kind === 'small' ? 52 : 40) * dt;
        if (far < 7) {
          p.s = gapNear(sheets[p.sheet]!.sheet, p.s);
          if (passes(p, moment)) {
            p.place = 'passing';
            p.depth = cellHeight + 6;
          } else {
            p.sheet = Math.floor(luck() * sheets.length);
            p.s = sheets[p.sheet]!.sheet.length * (0.22 + 0.56 * luck());
            p.y -= 14;
            p.age += 3;
          }
        } else {
          p.x += (dx / far) * speed + Math.sin(p.wobble) * 0.35;
          p.y +=
            (dy / far) * speed + Math.cos(p.wobble * 0.8) * 0.35 - (point.y < p.y - 20 ? 0.5 : 0);
        }
        if (p.age > 26) particles[i] = newcomer(p.kind, false);
      } else if (p.place === 'passing') {
        p.depth -= 26 * dt;
        const [x, y] = offset(sheets[p.sheet]!.sheet.at(p.s), p.depth);
        [p.x, p.y] = [x, y];
        if (p.depth < -10) p.place = 'under';
      } else if (p.place === 'under') {
        const middle = layout.middles[Math.min(p.sheet, layout.middles.length - 1)]!;
        if (p.y < base + 8) p.x += (middle.x - p.x) * 0.7 * dt;
        p.y += 46 * dt;
        if (p.y > vessel + vesselHeight * (0.25 + 0.5 * ((p.wobble * 0.618) % 1)))
          p.place = 'blood';
      } else {
        p.x += 62 * dt;
        if (p.x > width + 10) particles[i] = newcomer(p.kind, false);
      }
    }
  };
  return { particles, shed, risen: () => risen, clock: () => clock, step };
};
