import { domeSheet, type Sheet, type SheetPoint, villusSheet } from './sheet.ts';

export const cellWidth = 15;
export const cellHeight = 25;

export const offset = ({ x, y, nx, ny }: SheetPoint, by: number): readonly [number, number] => [
  x + nx * by,
  y + ny * by,
];

export interface Layout {
  readonly sheets: readonly { readonly sheet: Sheet; readonly kind: 'villus' | 'dome' }[];
  readonly base: number;
  readonly crypt: number;
  readonly vessel: number;
  readonly vesselHeight: number;
  readonly middles: readonly { readonly x: number; readonly top: number; readonly width: number }[];
}

/** Where everything stands in a picture of `width` by `height` CSS pixels. */
export const layOut = (width: number, height: number): Layout => {
  const vesselHeight = Math.max(34, height * 0.085);
  const vessel = height - vesselHeight - 10;
  const crypt = height * 0.13;
  const base = vessel - crypt - 34;
  const period = Math.min(230, Math.max(150, width / 3.4));
  const villusHeight = base - height * 0.16;
  const domeWidth = period * 1.25;
  const count = Math.max(1, Math.floor((width - domeWidth) / period));
  const start = (width - count * period - domeWidth) / 2;
  const middles = Array.from({ length: count + 1 }, (_, i) => ({
    x: start + period * (i - 1 + 0.5),
    top: base - villusHeight * (i % 2 === 0 ? 0.93 : 1),
    width: period * 0.6,
  }));
  const sheets = middles.map(({ x, top, width: w }) => ({
    kind: 'villus' as const,
    sheet: villusSheet({ x, base, height: base - top, width: w, period, crypt }),
  }));
  const domeX = start + count * period + domeWidth / 2;
  return {
    sheets: [
      ...sheets,
      { kind: 'dome', sheet: domeSheet(domeX, base, domeWidth, villusHeight * 0.5, crypt) },
      {
        kind: 'villus',
        sheet: villusSheet({
          x: domeX + domeWidth / 2 + period / 2,
          base,
          height: villusHeight * 0.95,
          width: period * 0.6,
          period,
          crypt,
        }),
      },
    ],
    base,
    crypt,
    vessel,
    vesselHeight,
    middles: [...middles, { x: domeX, top: base - villusHeight * 0.5, width: domeWidth * 0.6 }],
  };
};
