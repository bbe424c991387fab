import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { planCalendar } from './calendar.ts';
import { optionsOf, personas, personOf, today } from './fixtures/people.ts';
import { makePlan } from './make-plan.ts';

const stamp = Date.UTC(2026, 2, 31, 7, 30);
const planOf = (k: number) => makePlan(personOf(personas[k]!), optionsOf(personas[k]!.suspects));
const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    calendar,
    events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)),
  };
};

describe('the calendar, read by another program', () => {
  const plan = planOf(0);
  const text = planCalendar(plan, { id: 'p1', stamp });
  const { calendar, events } = read(text);

  it('holds a beginning and a day to look for every action', () => {
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(String(calendar.getFirstPropertyValue('prodid'))).toContain('Zonula');
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(
      plan.actions.flatMap(({ from, lookOn }) => [from, lookOn]),
    );
    for (const { startDate, endDate } of events) {
      expect(startDate.isDate).toBe(true);
      expect(endDate.subtractDate(startDate).toSeconds()).toBe(86_400);
    }
  });

  it('keeps every word of the plan', () => {
    const [first] = plan.actions;
    expect(events[0]!.description).toContain(first!.title);
    for (const line of first!.how) expect(events[0]!.description).toContain(line);
    expect(events[1]!.description).toContain(first!.end);
  });

  it('tells nothing in its titles, and is private', () => {
    for (const event of events) {
      expect(event.summary).toMatch(/^Zonula: (?:a new step|time to look)$/u);
      expect(event.component.getFirstPropertyValue('class')).toBe('PRIVATE');
      expect(event.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    }
  });

  it('reminds at nine in the morning of the day', () => {
    for (const event of events) {
      const trigger = event.component.getFirstSubcomponent('valarm')!.getFirstProperty('trigger')!;
      expect(trigger.getFirstParameter('related')).toBe('START');
      expect((trigger.getFirstValue() as ICAL.Duration).toSeconds()).toBe(9 * 3600);
    }
  });

  it('keeps to the rules of RFC 5545 for lines, stamps and identities', () => {
    const lines = text.split('\r\n');
    expect(lines.some((line) => line.includes('\n'))).toBe(false);
    for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    expect(text).toContain('DTSTAMP:20260331T073000Z');
    const uids = events.map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    expect(planCalendar(plan, { id: 'p1', stamp })).toBe(text);
  });
});

it.each(personas.map(({ who }, k) => [who, k] as const))('%s: can be read', (_, k) => {
  const plan = planOf(k);
  const { events } = read(planCalendar(plan, { id: 'p', stamp }));
  expect(events).toHaveLength(2 * plan.actions.length);
  expect(events[0]!.startDate.toString()).toBe(today);
});
