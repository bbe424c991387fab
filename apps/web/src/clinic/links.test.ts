import { expect, test } from 'vitest';
import { hashOf, heldIn, waitingIn } from './links.ts';

const id = '0b7e6f5a-6a0f-4a53-9a2f-1f0a5f6d8c11';

test('what is written into the address is read from it', () => {
  const held = { id, links: { move: 'a-B_9', cancel: 'c' } };
  expect(hashOf(held)).toBe(`#/appointment/${id}?move=a-B_9&cancel=c`);
  expect(heldIn(hashOf(held))).toEqual(held);
});

test.each([
  '',
  '#',
  '#/plan',
  `#/appointment/${id}`,
  '#/appointment/1?move=a',
  `#/appointment/${id}?move=<b>`,
  `#/appointment/${id}?__proto__=1`,
])('an address without an appointment: %s', (hash) => {
  expect(heldIn(hash)).toBeNull();
});

test('a place on the waiting list', () => {
  expect(waitingIn(`#/waiting/${id}?leave=a-B_9`)).toEqual({ id, token: 'a-B_9' });
  expect(waitingIn(`#/waiting/${id}?leave=<b>`)).toBeNull();
  expect(waitingIn(`#/waiting/${id}`)).toBeNull();
  expect(heldIn(`#/waiting/${id}?leave=a`)).toBeNull();
});
