import type { Setting } from '../settings.ts';
import { type AxisRequest, simulateAxis } from './simulate-axis.ts';

const clamp = 'junction_clamp';

/**
 * The share of what the triggers of a request do to one state or observable, summed over its times, that goes
 * through the leak: what is missing when the leak is held at rest. Null where the triggers do nothing.
 * Errors as those of `simulateAxis`.
 */
export const junctionShare = (request: AxisRequest, name: string): number | null => {
  const settings = (request.settings ?? []).filter(([parameter]) => parameter !== clamp);
  const total = (triggers: AxisRequest['triggers'], more: readonly Setting[]): number => {
    const own = { ...request, settings: [...settings, ...more], relativeTolerance: 1e-6 };
    const { course } = simulateAxis({ ...own, triggers: triggers ?? [] });
    return course(name).reduce((sum, value) => sum + value, 0);
  };
  const effect = (more: readonly Setting[]) => total(request.triggers, more) - total([], more);
  const [open, held] = [effect([]), effect([[clamp, 1]])];
  const size = Math.abs(total([], []));
  return Math.abs(open) <= 1e-6 * size ? null : 1 - held / open;
};
