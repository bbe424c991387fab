import { hiddenFor, mayShow, shownDiary } from '@zonula/safety';
import { toTimeline } from '@zonula/timeline';
import type { Person, Thing, Things } from './questions.ts';

/** What can be had or left at will. */
const triable: ReadonlySet<string> = new Set(['food', 'habit', 'skincare', 'supplement']);
const fewestScores = 14;
/** Scores of sleep and stress move by too much else. */
const judged: ReadonlySet<string> = new Set(['skin', 'gut', 'symptom']);

/** What of the diary may be shown and tried at all, most days first. */
export const thingsIn = ({ diary, profile, today }: Person): Things => {
  const hidden = hiddenFor(profile);
  const shown = shownDiary(hidden, diary);
  const days = new Map<string, { readonly name: string; readonly days: Set<string> }>();
  for (const { category, name, date, value } of shown.observations) {
    if (!triable.has(category) || value === 0) continue;
    const id = `${category}/${name.trim().toLowerCase()}`;
    const known = days.get(id);
    if (known === undefined) days.set(id, { name: name.trim(), days: new Set([date]) });
    else known.days.add(date);
  }
  const things = [...days]
    .filter(([id]) => mayShow(hidden, id))
    .map(
      ([id, { name, days: seen }]): Thing => ({
        id,
        name,
        category: id.slice(0, id.indexOf('/')),
        days: seen.size,
      }),
    )
    .sort((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1));
  const { outcomes, outcome } = toTimeline(shown, { today, grains: ['entry'] });
  const scores = outcomes
    .filter((one) => judged.has(one.category) && one.days >= fewestScores)
    .map(({ id, days: count }) => ({ id, days: count }))
    .sort((a, b) => Number(b.id === outcome) - Number(a.id === outcome) || b.days - a.days);
  return { things, scores, foodsHidden: hidden.foods };
};
