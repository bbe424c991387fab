/**
 * The colours of the stain every histologist knows: haematoxylin violet for ink, eosin rose for worse, a
 * clear teal for better, amber for unknown, warm paper as ground. Contrasts are measured in the test.
 */
export interface Palette {
  readonly paper: string;
  /** Raised ground of a suspect. */
  readonly leaf: string;
  readonly ink: string;
  readonly soft: string;
  /** Hairlines and grids; carries no meaning alone. */
  readonly line: string;
  readonly worse: string;
  readonly worseBand: string;
  readonly better: string;
  readonly betterBand: string;
  readonly unknown: string;
  readonly unknownBand: string;
  /** Corridor of effects too small to matter, and the band of the slow level. */
  readonly quiet: string;
  readonly level: string;
  readonly levelBand: string;
}

export const light: Palette = {
  paper: '#fbf5ec',
  leaf: '#fffcf6',
  ink: '#2a1a4a',
  soft: '#5d4d78',
  line: '#ddd0dc',
  worse: '#b02a5b',
  worseBand: '#f3c6d3',
  better: '#0a6b6b',
  betterBand: '#b9ded9',
  unknown: '#8a5a00',
  unknownBand: '#f3e0b5',
  quiet: '#ece4ee',
  level: '#6a4c9c',
  levelBand: '#ddd0ea',
};

export const dark: Palette = {
  paper: '#160f26',
  leaf: '#1e1534',
  ink: '#f0e9f7',
  soft: '#bdb0d4',
  line: '#43365f',
  worse: '#ff8fb3',
  worseBand: '#6d2647',
  better: '#63d3c8',
  betterBand: '#174f52',
  unknown: '#f0b64f',
  unknownBand: '#4b3718',
  quiet: '#2b2145',
  level: '#b79be8',
  levelBand: '#3c2d60',
};

export const declarations = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, value]) => `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}:${value}`)
    .join(';');

const channel = (hex: string, start: number): number => {
  const c = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};

const luminance = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2). */
export const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
};
