import type { Random } from '@zonula/numerics';
import type { Model } from './model.ts';
import type { Setting } from './settings.ts';

/**
 * Draws every initial state and parameter of a model evenly within its stated range; one draw in four takes
 * only ends of ranges, where trouble lives.
 */
export const drawSettings = ({ definition }: Model, random: Random): Setting[] => {
  const onlyEnds = random.uniform() < 0.25;
  return [definition.states, definition.parameters].flatMap((group) =>
    Object.entries(group).map(([name, { range }]): Setting => {
      const [least, most] = range;
      const share = onlyEnds ? Math.round(random.uniform()) : random.uniform();
      return [name, Math.min(most, least + share * (most - least))];
    }),
  );
};
