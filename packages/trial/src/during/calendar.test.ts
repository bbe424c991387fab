import { expect, it } from 'vitest';
import { exampleLeave, exampleRequest } from '../fixtures/example.ts';
import { planTrial } from '../plan/plan-trial.ts';
import { calendarOf } from './calendar.ts';

const plan = planTrial(exampleLeave(), exampleRequest);
const options = { stamp: Date.UTC(2026, 1, 28), hideArms: false };
const calendar = (events: Parameters<typeof calendarOf>[1]['events'] = [], hideArms = false) =>
  calendarOf(exampleLeave(), { plan, events }, { ...options, hideArms });
const field = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`^${name}[^:]*:(.*?)\\r?$`, 'gmu'))].map(([, value]) => value);

it('has an entry for each period on its days, and reminds until the last day', () => {
  const text = calendar();
  const starts = field(text, 'DTSTART;VALUE=DATE');
  for (const { from } of plan.schedule) expect(starts).toContain(from.replaceAll('-', ''));
  expect(
    field(text, 'SUMMARY').filter((title) => /^With(?:out)? dairy$/u.test(title!)),
  ).toHaveLength(12);
  expect(text).toContain('RRULE:FREQ=DAILY;COUNT=84\r\n');
  expect(text).toContain('DTSTART:20260301T200000\r\n');
  expect(text.split('BEGIN:VALARM')).toHaveLength(1 + 12 + 1 + plan.checks.length);
  expect(text).not.toContain('RELATED=END');
  expect(calendar()).toBe(text);
});

it('moves with days off', () => {
  const starts = field(
    calendar([{ kind: 'postponed', on: '2026-03-08', days: 2, reason: 'ill' }]),
    'DTSTART;VALUE=DATE',
  );
  expect(starts.slice(0, 3)).toEqual(['20260301', '20260310', '20260317']);
});

it('does not tell the arm to whom it is hidden from', () => {
  const text = calendar([], true);
  expect(text).toContain('SUMMARY:Box 1\r\n');
  expect(text).not.toMatch(/With dairy|Without dairy|Have /u);
});

it('does not depend on the zone of the machine', () => {
  const before = process.env.TZ;
  const texts = ['UTC', 'America/New_York', 'Pacific/Auckland', 'America/Sao_Paulo'].map((zone) => {
    process.env.TZ = zone;
    return calendar();
  });
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
  expect(new Set(texts).size).toBe(1);
});
