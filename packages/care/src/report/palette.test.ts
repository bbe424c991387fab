import { describe, expect, it } from 'vitest';
import { contrast, dark, light, type Palette } from './palette.ts';

const themes: readonly (readonly [string, Palette])[] = [
  ['light', light],
  ['dark', dark],
  ['print', { ...light, paper: '#ffffff', leaf: '#ffffff' }],
];

describe.each(themes)('%s theme', (_, palette) => {
  const inks = ['ink', 'soft', 'worse', 'better', 'unknown', 'level'] as const;

  it('has text of at least 4.5 to 1 on every ground that carries text', () => {
    for (const ink of inks) {
      for (const ground of ['paper', 'leaf', 'quiet'] as const) {
        expect(contrast(palette[ink], palette[ground]), `${ink} on ${ground}`).toBeGreaterThan(4.5);
      }
    }
  });

  it('has marks of at least 3 to 1 on their bands', () => {
    for (const [mark, band] of [
      ['worse', 'worseBand'],
      ['better', 'betterBand'],
      ['level', 'levelBand'],
      ['unknown', 'unknownBand'],
      ['ink', 'levelBand'],
      ['soft', 'quiet'],
      ['ink', 'unknownBand'],
    ] as const) {
      expect(contrast(palette[mark], palette[band]), `${mark} on ${band}`).toBeGreaterThan(3);
    }
  });
});

describe('contrast', () => {
  it('is 21 for black on white and the same either way round', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#ffffff', '#767676')).toBe(contrast('#767676', '#ffffff'));
  });
});
