import type { Condition } from '@zonula/axis';
import type { Moment } from './play.ts';
import { luckOf } from './sheet.ts';
import type { Colours } from './use-colours.ts';

/** Outer skin, deeper skin, and how an inflamed patch looks on it: red on light skin, violet or brown on dark. */
export const tones = [
  { name: 'light', outer: '#f2d3bd', deep: '#f7e2d6', flare: '#d4476a' },
  { name: 'medium', outer: '#dba985', deep: '#f0cdb8', flare: '#b83a55' },
  { name: 'brown', outer: '#9a6242', deep: '#d9a98f', flare: '#7d2f4c' },
  { name: 'dark', outer: '#59372a', deep: '#b88468', flare: '#4a2140' },
] as const;

export interface SkinScene {
  readonly width: number;
  readonly height: number;
  /** `tone` is an index of `tones`; `clock` counts seconds of watching. */
  readonly draw: (
    context: CanvasRenderingContext2D,
    colours: Colours,
    moment: Moment,
    tone: number,
    clock: number,
  ) => void;
}

const clamp = (x: number): number => Math.min(1, Math.max(0, x));

/** A block of skin cut open, `width` by `height` CSS pixels, with what this condition does to it. */
export const createSkinScene = (width: number, height: number, condition: Condition): SkinScene => {
  const surfaceAt = (x: number, rough: number): number =>
    height * 0.27 + Math.sin(x / 19) * 1.5 + rough * (luckOf(Math.floor(x / 7)) - 0.5) * 9;

  const ridgeAt = (x: number, thick: number, long: number): number =>
    height * (0.27 + thick) + (0.5 + 0.5 * Math.cos((x / width) * 2 * Math.PI * 5)) * height * long;

  const path = (
    c: CanvasRenderingContext2D,
    upper: (x: number) => number,
    lower: (x: number) => number,
  ): void => {
    c.beginPath();
    for (let x = 0; x <= width; x += 3) c.lineTo(x, upper(x));
    for (let x = width; x >= 0; x -= 3) c.lineTo(x, lower(x));
    c.closePath();
  };

  const drawVessels = (
    c: CanvasRenderingContext2D,
    colours: Colours,
    wide: number,
    top: number,
  ): void => {
    c.strokeStyle = colours.worse;
    c.lineCap = 'round';
    c.globalAlpha = 0.75;
    c.lineWidth = 2.5 + 6 * wide;
    for (let k = 0; k < 3; k++) {
      const x = width * (0.2 + 0.3 * k);
      c.beginPath();
      c.moveTo(x - 11, height * 0.88);
      c.bezierCurveTo(x - 13, top + 8, x + 13, top + 8, x + 11, height * 0.88);
      c.stroke();
    }
    c.lineWidth = 5 + 4 * wide;
    c.beginPath();
    c.moveTo(-10, height * 0.89);
    c.lineTo(width + 10, height * 0.89);
    c.stroke();
    c.globalAlpha = 1;
  };

  const drawCells = (
    c: CanvasRenderingContext2D,
    colours: Colours,
    count: number,
    clock: number,
  ): void => {
    c.fillStyle = colours.level;
    for (let k = 0; k < count; k++) {
      const x = luckOf(k * 3 + 11) * width + Math.sin(clock * 0.6 + k) * 3;
      const y = height * (0.5 + 0.36 * luckOf(k * 5 + 17)) + Math.cos(clock * 0.5 + k) * 2;
      c.beginPath();
      c.arc(x, y, 3.2, 0, 2 * Math.PI);
      c.fill();
    }
  };

  const drawFollicle = (
    c: CanvasRenderingContext2D,
    colours: Colours,
    x: number,
    plug: number,
    swollen: number,
    flare: string,
    outer: string,
  ): void => {
    const top = height * 0.27;
    const bottom = height * 0.74;
    const wide = 7 + 6 * plug + 8 * swollen;
    if (swollen > 0.05) {
      const halo = c.createRadialGradient(x, height * 0.5, 4, x, height * 0.5, 16 + 34 * swollen);
      halo.addColorStop(0, flare);
      halo.addColorStop(1, `${flare}00`);
      c.globalAlpha = 0.75 * swollen;
      c.fillStyle = halo;
      c.fillRect(x - 60, height * 0.2, 120, height * 0.62);
      c.globalAlpha = 1;
    }
    c.fillStyle = outer;
    c.beginPath();
    c.moveTo(x - wide * 0.7 - 5, top);
    c.bezierCurveTo(x - wide - 6, height * 0.42, x - wide * 1.7 - 6, bottom - 24, x, bottom + 5);
    c.bezierCurveTo(
      x + wide * 1.7 + 6,
      bottom - 24,
      x + wide + 6,
      height * 0.42,
      x + wide * 0.7 + 5,
      top,
    );
    c.fill();
    c.fillStyle = colours.unknownBand;
    c.strokeStyle = colours.unknown;
    c.lineWidth = 1.2;
    c.beginPath();
    c.moveTo(x - wide * 0.45, top - 2);
    c.bezierCurveTo(x - wide * 0.7, height * 0.42, x - wide * 1.4, bottom - 22, x, bottom - 4);
    c.bezierCurveTo(
      x + wide * 1.4,
      bottom - 22,
      x + wide * 0.7,
      height * 0.42,
      x + wide * 0.45,
      top - 2,
    );
    c.closePath();
    c.fill();
    c.stroke();
    c.strokeStyle = colours.ink;
    c.lineWidth = 1.6;
    c.beginPath();
    c.moveTo(x, bottom - 10);
    c.quadraticCurveTo(x + 3, height * 0.3, x + 15, height * 0.07);
    c.stroke();
    if (plug > 0.25) {
      c.fillStyle = plug > 0.6 ? colours.ink : colours.unknown;
      c.beginPath();
      c.ellipse(x, top + 1, wide * 0.5, 4 + 4 * plug, 0, 0, 2 * Math.PI);
      c.fill();
    }
  };

  return {
    width,
    height,
    draw: (c, colours, moment, tone, clock) => {
      const { outer, deep, flare } = tones[tone] ?? tones[1];
      const bad = clamp(moment.severity);
      const thick =
        condition === 'psoriasis'
          ? 0.1 + 0.13 * bad
          : condition === 'eczema'
            ? 0.1 + 0.06 * bad
            : 0.1;
      const long = condition === 'psoriasis' ? 0.07 + 0.2 * bad : 0.06;
      const rough = condition === 'psoriasis' ? bad : condition === 'eczema' ? 0.8 * bad : 0.1;
      c.clearRect(0, 0, width, height);
      c.fillStyle = colours.paper;
      c.fillRect(0, 0, width, height);
      c.save();
      c.beginPath();
      c.roundRect(0, 0, width, height, 14);
      c.clip();
      path(
        c,
        (x) => surfaceAt(x, rough),
        () => height,
      );
      c.fillStyle = deep;
      c.fill();
      const red = condition === 'acne' ? 0.12 * bad : 0.75 * bad;
      const fade = c.createLinearGradient(0, height * 0.4, 0, height * 0.95);
      fade.addColorStop(0, flare);
      fade.addColorStop(1, `${flare}00`);
      c.globalAlpha = red;
      c.fillStyle = fade;
      path(
        c,
        (x) => ridgeAt(x, thick, 0) - 6,
        () => height,
      );
      c.fill();
      c.globalAlpha = 1;
      drawVessels(c, colours, condition === 'rosacea' ? bad : 0.35 * bad, height * (0.3 + thick));
      drawCells(c, colours, Math.round(4 + 36 * bad), clock);
      path(
        c,
        (x) => surfaceAt(x, rough),
        (x) => ridgeAt(x, thick, long),
      );
      c.fillStyle = outer;
      c.fill();
      c.globalAlpha = 0.35 * red;
      c.fillStyle = flare;
      c.fill();
      c.globalAlpha = 1;
      drawKeratinocytes(c, colours, thick, long, rough);
      if (condition === 'eczema') drawGaps(c, colours, clamp(1 - moment.skinBarrier), bad, thick);
      if (condition === 'acne')
        for (const [k, x] of [0.22, 0.52, 0.8].entries())
          drawFollicle(
            c,
            colours,
            width * x,
            clamp(bad * 1.5 - 0.15 * k),
            clamp(bad * 2 - 0.25 - 0.35 * k),
            flare,
            outer,
          );
      if (condition === 'rosacea') drawPapules(c, colours, bad, flare, outer);
      drawHorn(c, colours, rough, bad);
      c.restore();
    },
  };

  function drawKeratinocytes(
    c: CanvasRenderingContext2D,
    colours: Colours,
    thick: number,
    long: number,
    rough: number,
  ): void {
    c.fillStyle = colours.ink;
    c.globalAlpha = 0.4;
    for (let x = 5; x < width; x += 9)
      for (let y = surfaceAt(x, rough) + 9; y < ridgeAt(x, thick, long) - 3; y += 9) {
        c.beginPath();
        c.ellipse(x + (luckOf(Math.floor(x * 31 + y)) - 0.5) * 3, y, 2, 1.6, 0, 0, 2 * Math.PI);
        c.fill();
      }
    c.globalAlpha = 1;
  }

  /** Flat dead cells on top; scales where they come too fast. */
  function drawHorn(
    c: CanvasRenderingContext2D,
    colours: Colours,
    rough: number,
    bad: number,
  ): void {
    const layers = condition === 'psoriasis' ? 2 + Math.round(6 * bad) : 2;
    c.strokeStyle = colours.soft;
    c.lineCap = 'round';
    for (let layer = 0; layer < layers; layer++) {
      c.globalAlpha = 0.7 - 0.06 * layer;
      c.lineWidth = 1.6;
      for (let x = layer * 5; x < width; x += 17) {
        const gap = condition === 'eczema' && luckOf(Math.floor(x) + layer) < bad * 0.7;
        if (gap) continue;
        const lift =
          condition === 'psoriasis'
            ? layer * 3.4 * (0.4 + luckOf(Math.floor(x / 17) * 3))
            : layer * 2.6;
        const tilt = rough * (luckOf(Math.floor(x) + 5) - 0.5) * 6;
        c.beginPath();
        c.moveTo(x, surfaceAt(x, rough) - lift - tilt);
        c.lineTo(x + 13, surfaceAt(x + 13, rough) - lift + tilt);
        c.stroke();
      }
    }
    c.globalAlpha = 1;
  }

  /** Eczema: the wall of the skin has gaps, and water runs out. */
  function drawGaps(
    c: CanvasRenderingContext2D,
    colours: Colours,
    leaky: number,
    bad: number,
    thick: number,
  ): void {
    c.fillStyle = colours.betterBand;
    c.strokeStyle = colours.better;
    c.lineWidth = 1.2;
    const count = Math.round(7 * Math.max(leaky, bad));
    for (let k = 0; k < count; k++) {
      const x = width * (0.08 + 0.86 * luckOf(k * 17 + 3));
      const y = height * (0.3 + (thick - 0.02) * luckOf(k * 7 + 9));
      c.beginPath();
      c.ellipse(x, y, 4 + 5 * bad, 3 + 3 * bad, 0, 0, 2 * Math.PI);
      c.fill();
      c.stroke();
    }
  }

  function drawPapules(
    c: CanvasRenderingContext2D,
    colours: Colours,
    bad: number,
    flare: string,
    outer: string,
  ): void {
    const count = Math.round(4 * clamp(bad * 1.6 - 0.2));
    for (let k = 0; k < count; k++) {
      const x = width * (0.18 + 0.22 * k);
      const r = 11 + 9 * bad;
      c.fillStyle = outer;
      c.beginPath();
      c.ellipse(x, height * 0.27, r, r * 0.75, 0, Math.PI, 2 * Math.PI);
      c.fill();
      c.globalAlpha = 0.75;
      c.fillStyle = flare;
      c.fill();
      c.globalAlpha = 1;
      c.strokeStyle = colours.soft;
      c.lineWidth = 1;
      c.stroke();
    }
  }
};
