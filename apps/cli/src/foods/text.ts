import type { FoodsDocument } from './document.ts';

type Item = FoodsDocument['items'][number];

const sure = (confidence: number): string =>
  confidence >= 0.9
    ? 'sure'
    : confidence >= 0.8
      ? 'fairly sure'
      : confidence >= 0.65
        ? 'not sure'
        : 'a guess';

const amount = (grams: number): string => `${grams >= 10 ? Math.round(grams) : grams} g`;

const percent = (value: number): string =>
  value >= 10 ? `${Math.round(value)} %` : value >= 0.1 ? `${value.toFixed(1)} %` : 'a trace';

const itemText = (item: Item): string => {
  const lines = [`${item.phrase}: ${item.food} (${amount(item.grams)}, ${sure(item.confidence)})`];
  const made = item.ingredients
    .filter((ingredient) => ingredient.percent >= 1)
    .slice(0, 6)
    .map(({ name, percent: share }) => `${name} ${percent(share)}`);
  if (made.length > 0) lines.push(`  made of: ${made.join('; ')}`);
  const held = Object.entries(item.classes).map(
    ([key, dose]) =>
      `${key.replaceAll('-', ' ')} ${dose.grams >= 0.05 ? `${dose.grams >= 10 ? Math.round(dose.grams) : dose.grams.toFixed(1)} g` : '(trace)'}${(dose.probability ?? 1) < 0.9 ? ' (probably)' : ''}`,
  );
  lines.push(`  holds: ${held.length > 0 ? held.join(', ') : 'none of the classes we look at'}`);
  if (item.possible !== undefined)
    lines.push(
      `  may hold: ${item.possible.map(({ key }) => key.replaceAll('-', ' ')).join(', ')}`,
    );
  if (item.without !== undefined) lines.push(`  as you said: ${item.without.join(', ')}`);
  if (item.label !== undefined) {
    if (item.label.emphasised.length > 0)
      lines.push(`  printed to stand out: ${item.label.emphasised.join(', ')}`);
    if (item.label.mayContain.length > 0)
      lines.push(`  "may contain": ${item.label.mayContain.join(', ')}`);
  }
  return lines.join('\n');
};

/** The answer in words. */
export const textOf = ({ items, unknown, notes, notice, credit }: FoodsDocument): string =>
  [
    ...items.map(itemText),
    ...(unknown.length > 0
      ? [`Not understood: ${unknown.join('; ')}. What is in it stays unknown.`]
      : []),
    ...notes,
    notice,
    credit,
    '',
  ].join('\n');
