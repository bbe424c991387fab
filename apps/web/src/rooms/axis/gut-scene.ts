import { cellHeight, cellWidth, layOut, offset } from './gut-layout.ts';
import { createMotion, type Particle } from './gut-motion.ts';
import type { Moment } from './play.ts';
import { cellsOf, luckOf, type Sheet } from './sheet.ts';
import type { Colours } from './use-colours.ts';

export type Part = 'lumen' | 'mucus' | 'cells' | 'mastCell' | 'mCells' | 'blood';

export interface GutScene {
  readonly width: number;
  readonly height: number;
  /** Where a word about each part may stand, in CSS pixels. */
  readonly places: Readonly<Record<Part, readonly [number, number]>>;
  /** Moves everything by so many seconds of watching, in a gut that stands so. */
  readonly step: (seconds: number, moment: Moment) => void;
  readonly draw: (context: CanvasRenderingContext2D, colours: Colours, moment: Moment) => void;
}

const restOpening = 0.05;

const circle = (c: CanvasRenderingContext2D, x: number, y: number, r: number): void => {
  c.beginPath();
  c.arc(x, y, r, 0, 2 * Math.PI);
};

/** A live drawing of the gut wall, `width` by `height` CSS pixels. */
export const createGutScene = (width: number, height: number, seed = 1): GutScene => {
  const layout = layOut(width, height);
  const motion = createMotion(width, layout, seed);
  const { sheets, vessel, vesselHeight, base } = layout;
  const drawMucus = (c: CanvasRenderingContext2D, colours: Colours, thickness: number): void => {
    c.fillStyle = colours.betterBand;
    c.globalAlpha = 0.55;
    const reach = cellHeight + 3 + 13 * Math.min(2, thickness);
    for (const { sheet, kind } of sheets) {
      if (kind === 'dome') continue;
      c.beginPath();
      for (let s = 0; s <= sheet.length; s += 5) c.lineTo(...offset(sheet.at(s), reach));
      for (let s = sheet.length; s >= 0; s -= 5) c.lineTo(...offset(sheet.at(s), cellHeight - 3));
      c.fill();
    }
    c.globalAlpha = 1;
  };

  const drawCore = (c: CanvasRenderingContext2D, colours: Colours, moment: Moment): void => {
    c.fillStyle = colours.worseBand;
    c.globalAlpha = 0.42;
    for (const { sheet } of sheets) {
      c.beginPath();
      for (let s = 0; s <= sheet.length; s += 5) c.lineTo(...offset(sheet.at(s), 1));
      const [x0, x1] = [sheet.at(0).x - 0.5, sheet.at(sheet.length).x + 0.5];
      c.lineTo(x1, vessel + 2);
      c.lineTo(x0, vessel + 2);
      c.fill();
    }
    c.globalAlpha = 1;
    for (const [i, { x, top, width: w }] of layout.middles.entries()) {
      const dome = i === layout.middles.length - 1;
      c.strokeStyle = colours.worse;
      c.globalAlpha = 0.5;
      c.lineWidth = 5;
      c.lineCap = 'round';
      if (!dome) {
        c.beginPath();
        c.moveTo(x - w * 0.13, vessel + 4);
        c.lineTo(x - w * 0.13, top + 60);
        c.quadraticCurveTo(x, top + 30, x + w * 0.13, top + 60);
        c.lineTo(x + w * 0.13, vessel + 4);
        c.stroke();
        c.globalAlpha = 1;
        drawMastCell(c, colours, x, base - (base - top) * 0.42, moment.X, i);
      } else {
        c.globalAlpha = 0.9;
        c.fillStyle = colours.levelBand;
        for (let k = 0; k < 26; k++) {
          const a = luckOf(k * 7 + 3) * Math.PI;
          const r = Math.sqrt(luckOf(k * 11 + 5));
          circle(
            c,
            x + Math.cos(a) * w * 0.42 * r,
            base - Math.sin(a) * (base - top) * 0.55 * r + 6,
            5,
          );
          c.fill();
        }
        c.globalAlpha = 1;
      }
    }
  };

  const drawMastCell = (
    c: CanvasRenderingContext2D,
    colours: Colours,
    x: number,
    y: number,
    mediator: number,
    index: number,
  ): void => {
    c.fillStyle = colours.levelBand;
    c.strokeStyle = colours.level;
    c.lineWidth = 1.5;
    circle(c, x, y, 11);
    c.fill();
    c.stroke();
    c.fillStyle = colours.level;
    for (let k = 0; k < 9; k++) {
      const a = (k / 9) * 2 * Math.PI + index;
      circle(c, x + Math.cos(a) * 6.5, y + Math.sin(a) * 6.5, 1.7);
      c.fill();
    }
    const released = Math.min(14, Math.round(14 * (mediator / (mediator + 0.5))));
    for (let k = 0; k < released; k++) {
      const out = (motion.clock() * 0.5 + luckOf(k + index * 31)) % 1;
      const a = luckOf(k * 3 + index) * 2 * Math.PI;
      c.globalAlpha = 1 - out;
      circle(c, x + Math.cos(a) * (12 + 26 * out), y + Math.sin(a) * (12 + 26 * out), 1.8);
      c.fill();
    }
    c.globalAlpha = 1;
  };

  const drawCells = (c: CanvasRenderingContext2D, colours: Colours, moment: Moment): void => {
    const opening = Math.max(0, moment.J);
    const gap = 0.6 + 6.5 * opening;
    for (const { sheet, kind } of sheets) {
      for (const { from, to, age, index } of cellsOf(sheet.length, cellWidth, motion.risen())) {
        if (luckOf(index * 13 + 7) > moment.villusCoverage + 0.02) continue;
        const mCell = kind === 'dome' && ((index % 5) + 5) % 5 === 0 && age > 0.35;
        const [a, b] = [from + gap / 2, to - gap / 2];
        if (b - a < 2) continue;
        const [pa, pb] = [sheet.at(a), sheet.at(b)];
        const tall = mCell
          ? cellHeight * 0.62
          : cellHeight * (0.72 + 0.28 * Math.min(1, age * 1.6));
        c.beginPath();
        c.moveTo(...offset(pa, 0));
        c.lineTo(...offset(pa, tall - 3));
        const top = sheet.at((a + b) / 2);
        c.quadraticCurveTo(...offset(pa, tall), ...offset(top, tall + (mCell ? -6 : 1)));
        c.quadraticCurveTo(...offset(pb, tall), ...offset(pb, tall - 3));
        c.lineTo(...offset(pb, 0));
        c.closePath();
        c.fillStyle = mCell ? colours.unknownBand : age < 0.22 ? colours.levelBand : colours.leaf;
        c.fill();
        c.strokeStyle = mCell ? colours.unknown : colours.level;
        c.globalAlpha = 0.75;
        c.lineWidth = 1;
        c.stroke();
        c.globalAlpha = 1;
        if (!mCell) drawBrush(c, colours, sheet, a, b, tall, age);
        const [nx, ny] = offset(top, tall * 0.36);
        c.fillStyle = age < 0.22 ? colours.ink : colours.level;
        c.beginPath();
        c.ellipse(nx, ny, 3.1, 4.6, Math.atan2(top.ny, top.nx) + Math.PI / 2, 0, 2 * Math.PI);
        c.fill();
        drawSeal(c, colours, sheet, from, tall, opening);
      }
    }
  };

  const drawBrush = (
    c: CanvasRenderingContext2D,
    colours: Colours,
    sheet: Sheet,
    a: number,
    b: number,
    tall: number,
    age: number,
  ): void => {
    if (age < 0.25) return;
    c.strokeStyle = colours.level;
    c.globalAlpha = 0.6;
    c.lineWidth = 1;
    for (let s = a + 1.5; s < b; s += 2.6) {
      const p = sheet.at(s);
      c.beginPath();
      c.moveTo(...offset(p, tall));
      c.lineTo(...offset(p, tall + 3.5));
      c.stroke();
    }
    c.globalAlpha = 1;
  };

  /** The junction: a seal that parts when it opens. */
  const drawSeal = (
    c: CanvasRenderingContext2D,
    colours: Colours,
    sheet: Sheet,
    s: number,
    tall: number,
    opening: number,
  ): void => {
    const apart = 7.5 * Math.max(0, opening - restOpening);
    c.strokeStyle = opening > 0.2 ? colours.worse : colours.better;
    c.lineCap = 'round';
    c.lineWidth = 2.4;
    for (const side of apart < 0.6 ? [0] : [-1, 1]) {
      const p = sheet.at(s + (side * apart) / 2);
      c.beginPath();
      c.moveTo(...offset(p, tall - 8));
      c.lineTo(...offset(p, tall - 2.5));
      c.stroke();
    }
  };

  const drawBacteria = (c: CanvasRenderingContext2D, colours: Colours, moment: Moment): void => {
    const draw = (count: number, colour: string, salt: number, long: number): void => {
      c.strokeStyle = colour;
      c.lineCap = 'round';
      c.lineWidth = 4;
      for (let k = 0; k < count; k++) {
        const drift = motion.clock() * (3 + 4 * luckOf(k + salt * 5));
        const x = ((luckOf(k * 5 + salt) * (width + 60) + drift) % (width + 60)) - 30;
        const y =
          14 + luckOf(k * 7 + salt + 2) * height * 0.13 + Math.sin(motion.clock() * 0.7 + k) * 3;
        const a = luckOf(k * 3 + salt) * Math.PI + Math.sin(motion.clock() * 0.4 + k) * 0.3;
        c.beginPath();
        c.moveTo(x - Math.cos(a) * long, y - Math.sin(a) * long);
        c.lineTo(x + Math.cos(a) * long, y + Math.sin(a) * long);
        c.stroke();
      }
    };
    draw(Math.round((width / 60) * Math.min(3, Math.max(0, moment.Bc))), colours.better, 101, 5);
    draw(Math.round((width / 130) * Math.min(5, Math.max(0, moment.Bp))), colours.worse, 307, 3);
  };

  const drawVessel = (c: CanvasRenderingContext2D, colours: Colours): void => {
    c.fillStyle = colours.worseBand;
    c.beginPath();
    c.roundRect(-20, vessel, width + 40, vesselHeight, vesselHeight / 2);
    c.fill();
    c.strokeStyle = colours.worse;
    c.globalAlpha = 0.6;
    c.lineWidth = 1.5;
    c.stroke();
    c.fillStyle = colours.worse;
    for (let k = 0; k < width / 34; k++) {
      const x = ((luckOf(k + 900) * (width + 40) + motion.clock() * 62) % (width + 40)) - 20;
      const y = vessel + vesselHeight * (0.2 + 0.6 * luckOf(k + 950));
      c.globalAlpha = 0.35;
      c.beginPath();
      c.ellipse(x, y, 6, 4.2, 0, 0, 2 * Math.PI);
      c.fill();
    }
    c.globalAlpha = 1;
  };

  const drawParticle = (c: CanvasRenderingContext2D, colours: Colours, p: Particle): void => {
    if (p.kind === 'small') {
      c.fillStyle = colours.better;
      circle(c, p.x, p.y, 2.3);
      c.fill();
      return;
    }
    c.fillStyle = colours.worse;
    c.beginPath();
    for (let k = 0; k < 6; k++) {
      const a = (k / 6) * 2 * Math.PI + p.wobble * 0.3;
      c.lineTo(p.x + Math.cos(a) * 5, p.y + Math.sin(a) * 5);
    }
    c.closePath();
    c.fill();
  };

  const villi = layout.middles.slice(1, -1);
  const first = villi[0] ?? layout.middles[0]!;
  const second = villi[1] ?? first;
  const dome = layout.middles[layout.middles.length - 1]!;
  return {
    width,
    height,
    places: {
      lumen: [dome.x, height * 0.12],
      mucus: [first.x + first.width * 0.5 + cellHeight, first.top + 34],
      cells: [first.x, first.top + 58],
      mastCell: [second.x, base - (base - second.top) * 0.42 + 26],
      mCells: [dome.x, dome.top + 58],
      blood: [width / 2, vessel + vesselHeight / 2],
    },
    step: motion.step,
    draw: (c, colours, moment) => {
      c.clearRect(0, 0, width, height);
      c.fillStyle = colours.paper;
      c.fillRect(0, 0, width, height);
      drawBacteria(c, colours, moment);
      drawMucus(c, colours, moment.mucusThickness);
      drawCore(c, colours, moment);
      drawVessel(c, colours);
      drawCells(c, colours, moment);
      for (const { x, y, age } of motion.shed) {
        c.globalAlpha = Math.max(0, 1 - age / 4);
        c.fillStyle = colours.leaf;
        c.strokeStyle = colours.level;
        circle(c, x, y, 8);
        c.fill();
        c.stroke();
        c.fillStyle = colours.level;
        circle(c, x, y, 3);
        c.fill();
      }
      c.globalAlpha = 1;
      for (const p of motion.particles) drawParticle(c, colours, p);
    },
  };
};
