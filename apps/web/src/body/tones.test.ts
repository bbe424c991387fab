import { expect, test } from 'vitest';
import { tones } from './tones.ts';

const luminance = (colour: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};

const contrast = (one: string, other: string): number => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
};

test.each(tones)('marks stand out from the skin $skin', ({ skin, mark }) => {
  expect(contrast(skin, mark)).toBeGreaterThanOrEqual(3);
});

test('tones go from light to dark', () => {
  const light = tones.map(({ skin }) => luminance(skin));
  expect(light).toEqual([...light].sort((a, b) => b - a));
});
