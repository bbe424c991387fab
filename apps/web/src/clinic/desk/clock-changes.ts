import { plusDays } from '../../days.ts';
import { clockAt } from '../clock.ts';

/** A day on which the clock of a zone is set. */
export interface ClockChange {
  readonly day: string;
  /** Minutes that it is set forward; below 0 back. */
  readonly minutes: number;
  /** What it shows at that moment, and what it shows then. */
  readonly from: string;
  readonly to: string;
}

const minuteMs = 60_000;

/** Minutes that the clock of a zone is ahead of UTC at an instant (ms). */
const aheadAt = (instant: number, zone: string): number =>
  (Date.parse(`${clockAt(new Date(instant).toISOString(), zone)}Z`) - instant) / minuteMs;

/** The next times that the clock of `zone` is set, within 13 months of `today`; none where it never is. */
export const clockChanges = (zone: string, today: string): readonly ClockChange[] => {
  const changes: ClockChange[] = [];
  const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
  for (let k = 0; k < 395; k++) {
    let [early, late] = [at(plusDays(today, k)), at(plusDays(today, k + 1))];
    const [before, after] = [aheadAt(early, zone), aheadAt(late, zone)];
    if (before === after) continue;
    while (late - early > minuteMs) {
      const middle = early + Math.floor((late - early) / 2 / minuteMs) * minuteMs;
      if (aheadAt(middle, zone) === before) early = middle;
      else late = middle;
    }
    const shown = clockAt(new Date(late).toISOString(), zone);
    const stood = new Date(late + before * minuteMs).toISOString();
    const day = shown.slice(0, 10);
    changes.push({
      day,
      minutes: after - before,
      from: stood.slice(11, 16),
      to: shown.slice(11, 16),
    });
  }
  return changes;
};
