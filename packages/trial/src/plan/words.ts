import type { Arm } from '../design.ts';

const split = (exposure: string): readonly [string, string] => {
  const slash = exposure.indexOf('/');
  return [exposure.slice(0, slash), exposure.slice(slash + 1)];
};

/** `food/cheddar` as a word in a sentence: cheddar; `class/added-sugar`: added sugar. */
export const nameOf = (exposure: string): string => {
  const [category, name] = split(exposure);
  return category === 'class' ? name.replaceAll('-', ' ') : name;
};

/** What is had: the food itself, or food that holds it. */
const thingOf = (exposure: string): string => {
  const [category] = split(exposure);
  const name = nameOf(exposure);
  return category === 'class' || category === 'ingredient' ? `food with ${name}` : name;
};

/** a, b and c. */
export const together = (words: readonly string[]): string =>
  words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;

const doing = (category: string, thing: string): readonly [string, string] => {
  switch (category) {
    case 'supplement':
      return [`Take one usual portion of ${thing} on each day.`, `Take no ${thing}.`];
    case 'skincare':
      return [`Use ${thing} on each day.`, `Use no ${thing}.`];
    case 'food':
    case 'ingredient':
    case 'class':
      return [`Have one usual portion of ${thing} on each day.`, `Have no ${thing}.`];
    default:
      return [`On each of these days: ${thing}.`, `On none of these days: ${thing}.`];
  }
};

/** What to do in each part of a trial, in the second person. */
export const instructionsFor = (
  exposure: string,
  keepUsual: readonly string[],
): Readonly<Record<Arm | 'usual', string>> => {
  const [category] = split(exposure);
  const [withIt, withoutIt] = doing(category, thingOf(exposure));
  const others =
    keepUsual.length === 0 ? '' : ` Have ${together(keepUsual.map(thingOf))} as you always do.`;
  return {
    with: `${withIt}${others}`,
    without: `${withoutIt}${others}`,
    usual: `Live as you always do, ${nameOf(exposure)} included.`,
  };
};
