import { expect, test } from 'vitest';
import { clinicDraft, clinicIn } from './clinic-draft.ts';
import { example } from './fixtures/example-clinic.ts';
import type { ClinicAndRooms } from './parts.ts';

const base: ClinicAndRooms = { clinic: example.clinic, rooms: example.rooms };

test('what nobody touched stays as it was, also minutes that are no whole hours', () => {
  expect(clinicIn(clinicDraft(base), base)).toEqual({ value: base });
  const odd: ClinicAndRooms = {
    ...base,
    clinic: { ...base.clinic, booking: { ...base.clinic.booking, noticeMinutes: 100 } },
  };
  expect(clinicIn(clinicDraft(odd), odd)).toEqual({ value: odd });
});

test('hours may have a part', () => {
  const read = clinicIn({ ...clinicDraft(base), noticeHours: '1,5' }, base);
  expect(read).toMatchObject({ value: { clinic: { booking: { noticeMinutes: 90 } } } });
});

test.each([
  [{ name: ' ' }, 'name'],
  [{ email: 'nobody' }, 'email'],
  [{ zone: '+01:00' }, 'zone'],
  [{ zone: 'Europe/Nowhere' }, 'zone'],
  [{ currency: 'pounds' }, 'currency'],
  [{ freeUntilHours: '1441' }, 'freeUntilHours'],
  [{ discountPercent: '51' }, 'discountPercent'],
  [{ rooms: [{ id: '', name: ' ' }] }, 'rooms'],
])('%j does not fit', (change, problem) => {
  expect(clinicIn({ ...clinicDraft(base), ...change }, base)).toEqual({
    problems: new Set([problem]),
  });
});
