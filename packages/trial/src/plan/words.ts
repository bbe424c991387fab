import type { Arm } from '../design.ts';

/** `food/cheddar` as a word in a sentence; `class/added-sugar` as what holds it. */
export const nameOf = (exposure: string): string => {
  const slash = exposure.indexOf('/');
  const name = exposure.slice(slash + 1);
  const category = exposure.slice(0, slash);
  if (category === 'class') return `food with ${name.replaceAll('-', ' ')}`;
  if (category === 'ingredient') return `food with ${name}`;
  return name;
};

const verbs = new Map<string, readonly [string, string]>([
  ['supplement', ['Take', 'Take no']],
  ['skincare', ['Use', 'Use no']],
  ['habit', ['Do this on each day:', 'On none of these days:']],
]);

/** What to do in each part of a trial, in the second person. */
export const instructionsFor = (
  exposure: string,
  keepUsual: readonly string[],
): Readonly<Record<Arm | 'usual', string>> => {
  const name = nameOf(exposure);
  const [take, none] = verbs.get(exposure.slice(0, exposure.indexOf('/'))) ?? ['Have', 'Have no'];
  const amount = take === 'Have' ? 'one usual portion of ' : '';
  const others =
    keepUsual.length === 0 ? '' : ` Have ${keepUsual.map(nameOf).join(' and ')} as you always do.`;
  return {
    with:
      take === 'Have' || take === 'Take' || take === 'Use'
        ? `${take} ${amount}${name} on each day.${others}`
        : `${take} ${name}.${others}`,
    without:
      take === 'Have' || take === 'Take' || take === 'Use'
        ? `${none} ${name}.${others}`
        : `${none} ${name}.${others}`,
    usual: `Live and eat as you always do, ${name} included.`,
  };
};
