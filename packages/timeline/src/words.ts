import type { Dosed } from './doses.ts';
import type { Covariate, Reason } from './timeline.ts';

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** "a, b and c", at most `most` of them by name. */
export const listOf = (names: readonly string[], most = 4): string => {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  return parts.length <= 1
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
};

const verb = (exposure: Dosed): string => {
  if (exposure.category === 'habit') return 'noted';
  if (exposure.category === 'skincare') return 'used';
  if (exposure.category === 'food') return 'had';
  return 'took';
};

const go = (exposure: Dosed): string => `go without ${exposure.name}`;

const alsoUnknown = ({ daysUnknown }: Dosed): string =>
  daysUnknown === 0 ? '' : ` On ${plural(daysUnknown, 'more day')} your diary does not say.`;

export const mostlyUnknown = (exposure: Dosed, known: number, days: number): Reason => ({
  code: 'mostly-unknown',
  text: `Your diary says whether you ${verb(exposure)} ${exposure.name} on only ${known} of ${plural(days, 'day')}. The other days are unknown.`,
});

export const neverWith = (exposure: Dosed): Reason => ({
  code: 'never-with',
  text: `Your diary has no day with ${exposure.name}.`,
});

export const tooFewDaysWith = (exposure: Dosed, count: number, least: number): Reason => ({
  code: 'too-few-days-with',
  text: `You ${verb(exposure)} ${exposure.name} on ${plural(count, 'day')}. At least ${least} are needed.`,
});

export const constantDose = (exposure: Dosed): Reason => ({
  code: 'constant-dose',
  text: `You ${verb(exposure)} the same amount of ${exposure.name} on every day we know of. You never ${go(exposure)}, so there is nothing to compare.${alsoUnknown(exposure)}`,
});

export const neverWithout = (exposure: Dosed): Reason => ({
  code: 'never-without',
  text: `You never ${go(exposure)} on the days we know of. There is nothing to compare.${alsoUnknown(exposure)}`,
});

export const tooFewDaysWithout = (exposure: Dosed, count: number, least: number): Reason => ({
  code: 'too-few-days-without',
  text: `You almost never ${go(exposure)}: ${plural(count, 'day')} without it. At least ${least} are needed.${alsoUnknown(exposure)}`,
});

export const outcomeMissing = (
  exposure: Dosed,
  withDays: number,
  withoutDays: number,
  window: number,
): Reason => ({
  code: 'outcome-missing',
  text: `Too few days with or without ${exposure.name} have a score in the ${window} days after: ${withDays} with it, ${withoutDays} without it.`,
});

export const tooFewSpells = (exposure: Dosed, spells: number, least: number): Reason => ({
  code: 'too-few-spells',
  text: `Your days with ${exposure.name} are all in ${spells === 1 ? 'one stretch' : `${spells} stretches`}. Something else may have changed then. At least ${least} separate stretches are needed.`,
});

export const confoundedWithBreak = (exposure: Dosed, step: Covariate): Reason => ({
  code: 'confounded-with-break',
  text:
    step.id === `break/${exposure.id}`
      ? `You use ${exposure.name} for long stretches at a time (${step.label}). What it does cannot be told apart from anything else that changed then.`
      : `Your days with ${exposure.name} follow the same pattern as this change: ${step.label}. The two cannot be told apart.`,
});

export const confoundedWithCovariates = (exposure: Dosed, labels: readonly string[]): Reason => ({
  code: 'confounded-with-covariates',
  text: `Your days with ${exposure.name} closely follow other things that come and go: ${listOf(labels)}. They cannot be told apart.`,
});

export const identicalTo = (exposure: Dosed, names: readonly string[]): Reason => ({
  code: 'identical-to',
  text: `You ${verb(exposure)} ${exposure.name} on exactly the same days as ${listOf(names)}. They cannot be told apart.`,
});

export const sameAs = (exposure: Dosed, name: string): Reason => ({
  code: 'same-foods-as',
  text: `In your diary ${exposure.name} comes from the same foods as ${name} alone. It is looked at under that name.`,
});
