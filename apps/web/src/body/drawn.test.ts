import { expect, test } from 'vitest';
import { type Arrow, drawnIn, nextInDirection } from './drawn.ts';

const siteAfter = (view: 'front' | 'back' | 'face', from: string, ...arrows: readonly Arrow[]) => {
  const drawn = drawnIn(view);
  const first = drawn.findIndex(({ place }) => place?.site === from);
  const last = arrows.reduce((at, arrow) => nextInDirection(drawn, at, arrow), first);
  return drawn[last]!.place?.site ?? 'door';
};

test('your left is on the left', () => {
  for (const view of ['front', 'back', 'face'] as const)
    for (const { place, at } of drawnIn(view)) {
      if (place?.side === 'left') expect(at[0]).toBeLessThan(110);
      if (place?.side === 'right') expect(at[0]).toBeGreaterThan(110);
    }
});

test('arrows lead to the neighbour', () => {
  expect(siteAfter('front', 'chest', 'ArrowDown')).toBe('belly');
  expect(siteAfter('front', 'belly', 'ArrowLeft')).toBe('left bend of the elbow');
  expect(siteAfter('front', 'left palm', 'ArrowUp')).toBe('left forearm');
  expect(siteAfter('front', 'left foot', 'ArrowRight')).toBe('right foot');
  expect(siteAfter('front', 'left foot', 'ArrowDown')).toBe('left foot');
  expect(siteAfter('front', 'neck', 'ArrowUp')).toBe('door');
  expect(siteAfter('face', 'forehead', 'ArrowDown')).toBe('nose');
});

test('every place can be reached with arrows', () => {
  for (const view of ['front', 'back', 'face'] as const) {
    const drawn = drawnIn(view);
    const reached = new Set([0]);
    for (const from of reached)
      for (const arrow of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const)
        reached.add(nextInDirection(drawn, from, arrow));
    expect(reached.size, view).toBe(drawn.length);
  }
});
