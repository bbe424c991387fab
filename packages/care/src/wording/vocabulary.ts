import type { Effect, Finding, Suspects } from '@zonula/discovery';
import type { Timeline } from '@zonula/timeline';
import { decimalsFor, figure, short, signed } from '../numbers.ts';
import { type Name, nameOf, type Sentence } from '../sentence.ts';

const kinds: ReadonlyMap<string, string> = new Map([
  ['ingredient', 'ingredient'],
  ['class', 'kind of food'],
]);

const split = (id: string): readonly [string, string] => {
  const slash = id.indexOf('/');
  return slash < 0 ? ['', id] : [id.slice(0, slash), id.slice(slash + 1)];
};

const plainName = (id: string): string => {
  const [kind, name] = split(id);
  return kind === 'class' ? name.replaceAll('-', ' ') : name;
};

/** What a word for the outcome must be able to do: "your skin gets worse", "your mood score goes up". */
export interface Outcome {
  readonly subject: Sentence;
  /** Whether a higher score is worse; null where the diary does not say (mood). */
  readonly higherIsWorse: boolean | null;
  readonly decimals: number;
}

/** Words and number formats that every rendering of one document shares. */
export interface Vocabulary {
  readonly outcome: Outcome;
  name(id: string): Name;
  /** "0.8 points". */
  points(value: number): string;
  /** "+0.8", for tables. */
  signed(value: number): string;
  /** "0.8", for tables. */
  figure(value: number): string;
}

const outcomeOf = (suspects: Suspects): Outcome => {
  const { outcome } = suspects;
  if (!outcome) return { subject: ['your skin'], higherIsWorse: true, decimals: 1 };
  const decimals = decimalsFor(outcome.scale.max - outcome.scale.min);
  const name = nameOf(outcome.name);
  switch (outcome.category) {
    case 'skin':
      return { subject: ['your skin'], higherIsWorse: true, decimals };
    case 'gut':
    case 'symptom':
      return { subject: ['your ', name], higherIsWorse: true, decimals };
    default:
      return { subject: ['your score for ', name], higherIsWorse: null, decimals };
  }
};

export const vocabularyOf = (suspects: Suspects, timeline?: Timeline): Vocabulary => {
  const outcome = outcomeOf(suspects);
  const written = new Map<string, string>();
  for (const exposure of timeline?.exposures ?? []) written.set(exposure.id, exposure.name);
  const base = (id: string): string =>
    id.startsWith('class/') ? plainName(id) : (written.get(id) ?? plainName(id));

  const uses = new Map<string, number>();
  for (const { id } of suspects.exposures) {
    const key = base(id).toLowerCase();
    uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  const name = (id: string): Name => {
    const text = base(id);
    const [kind] = split(id);
    return (uses.get(text.toLowerCase()) ?? 0) > 1
      ? nameOf(`${text} (${kinds.get(kind) ?? kind})`)
      : nameOf(text);
  };
  const { decimals } = outcome;
  return {
    outcome,
    name,
    points: (value) => {
      const text = short(value, decimals);
      return `${text} ${text === '1' ? 'point' : 'points'}`;
    },
    signed: (value) => signed(value, decimals),
    figure: (value) => figure(value, decimals),
  };
};

/** "worse", "better", or only up and down where the diary does not say which is which. */
export const changeWord = (
  finding: { readonly direction: Finding['direction']; readonly effect: Effect | null },
  outcome: Outcome,
): 'worse' | 'better' | 'higher' | 'lower' | 'different' => {
  const peak = finding.effect?.peak ?? 0;
  if (outcome.higherIsWorse === null) {
    return peak > 0 ? 'higher' : peak < 0 ? 'lower' : 'different';
  }
  if (finding.direction) return finding.direction === 'worsens' ? 'worse' : 'better';
  return peak > 0 ? 'worse' : peak < 0 ? 'better' : 'different';
};
