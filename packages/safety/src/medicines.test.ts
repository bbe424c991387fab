import { expect, it } from 'vitest';
import { mayTry } from './gate.ts';
import { isMedicine } from './medicines.ts';
import { unaskedProfile } from './profile.ts';

const none = { medicines: null };

it.each([
  'medication/anything',
  'skincare/Adapalene 0.1%',
  'skincare/hydrocortisone cream',
  'skincare/Protopic (tacrolimus)',
  'supplement/doxycycline',
  'habit/took prednisolone',
])('%s is a medicine', (exposure) => {
  expect(isMedicine(exposure, none)).toBe(true);
  const { blockedBy } = mayTry(
    { profile: unaskedProfile, diary: null, today: '2026-03-01' },
    { exposure, classes: [], days: 14, alsoOut: [] },
  );
  expect(blockedBy).toEqual(['medicine']);
});

it.each([
  'skincare/moisturiser',
  'supplement/melatonin',
  'habit/running',
  'food/milk',
  'food/insulin',
])('%s is none', (exposure) => {
  expect(isMedicine(exposure, none)).toBe(false);
});

it('is what the person says that it is', () => {
  expect(isMedicine('skincare/My Cream', { medicines: ['my cream'] })).toBe(true);
  expect(isMedicine('skincare/balm', { medicines: ['my cream', ' '] })).toBe(false);
});

it('plans nothing that has aloe swallowed', () => {
  const ask = (exposure: string, classes: readonly string[]) =>
    mayTry(
      { profile: unaskedProfile, diary: null, today: '2026-03-01' },
      { exposure, classes, days: 14, alsoOut: [] },
    );
  expect(ask('supplement/aloe vera', []).blockedBy).toEqual(['oral-aloe']);
  expect(ask('food/smoothie', ['citrus', 'aloe']).blockedBy).toEqual(['oral-aloe']);
  expect(ask('skincare/aloe gel', []).allowed).toBe(true);
});
