import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { reminderCalendar } from './reminder.ts';

it('comes every day at the wall-clock time, in any zone, and tells nothing', () => {
  const text = reminderCalendar({
    id: 'zonula-reminder',
    from: '2026-03-28',
    time: '20:30',
    stamp: 0,
  });
  const [component] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  const event = new ICAL.Event(component!);
  const next = event.iterator();
  expect([next.next(), next.next()].map(String)).toEqual([
    '2026-03-28T20:30:00',
    '2026-03-29T20:30:00',
  ]);
  expect(event.startDate.zone.tzid).toBe('floating');
  expect(component!.getFirstPropertyValue('class')).toBe('PRIVATE');
  expect(component!.getAllSubcomponents('valarm')).toHaveLength(1);
  expect(event.summary).toBe('Zonula: a moment for your diary');
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
});
