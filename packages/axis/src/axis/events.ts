import { eventKindNamed, eventKinds } from './event-kinds.ts';

/** A portion-sized dose of one trigger class of the foods room, e.g. dairy. */
export interface Dose {
  readonly class: string;
  /** Usual portions, 0 to 20. */
  readonly portions: number;
}

export interface AxisEvent {
  /** Day of the run, fractional: 0.5 is the first noon. */
  readonly day: number;
  /** Name of an event kind. */
  readonly kind: string;
  /** In the unit of its kind; its usual amount by default. */
  readonly amount?: number;
  /** How long it lasts, for kinds that last. */
  readonly days?: number;
  /** What a meal holds; multiplied by the amount. */
  readonly doses?: readonly Dose[];
}

/** An event that cannot happen; the message names it and what is allowed. */
export class UnusableEvent extends Error {
  constructor(index: number, event: AxisEvent, problem: string) {
    super(`event ${index + 1} (${event.kind}): ${problem}`);
    this.name = 'UnusableEvent';
  }
}

const within = (value: number, [least, most]: readonly [number, number]): boolean =>
  value >= least && value <= most;

const kindNames = eventKinds.map(({ name }) => name).join(', ');

/** Throws UnusableEvent for the first event that cannot happen. */
export const checkEvents = (events: readonly AxisEvent[]): void => {
  for (const [i, event] of events.entries()) {
    const kind = eventKindNamed(event.kind);
    if (!kind) throw new UnusableEvent(i, event, `no such kind; known are ${kindNames}`);
    const fail = (problem: string): never => {
      throw new UnusableEvent(i, event, problem);
    };
    const { day, amount = kind.usual, days, doses } = event;
    if (!(day >= 0 && day <= 1e6)) fail(`day must be within 0 and 1000000, not ${day}`);
    if (!within(amount, kind.amount))
      fail(`amount must be within ${kind.amount.join(' and ')} ${kind.unit}, not ${amount}`);
    if (days !== undefined && kind.days === null) fail('happens at once and takes no days');
    if (days !== undefined && kind.days !== null && !within(days, kind.days))
      fail(`days must be within ${kind.days.join(' and ')}, not ${days}`);
    if (doses && event.kind !== 'meal') fail('only a meal has doses');
    for (const dose of doses ?? [])
      if (!within(dose.portions, [0, 20]))
        fail(`portions of ${dose.class} must be within 0 and 20, not ${dose.portions}`);
  }
};
