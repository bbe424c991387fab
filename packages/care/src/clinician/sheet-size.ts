import type { ClinicianPage } from './clinician-page.ts';

/** How small a page is printed: as usual, a little smaller, or as small as can be read. */
export type SheetSize = 'usual' | 'snug' | 'dense';

/** Lines of usual size that one sheet of A4 holds at each size; measured in a browser, less a reserve for other fonts. */
const capacity: Readonly<Record<SheetSize, number>> = {
  usual: 58,
  snug: 68,
  dense: Infinity,
};

/** Lines that a text takes where so many letters fit on one. */
const lines = (text: string, letters: number): number =>
  Math.max(1, Math.ceil(text.length / letters));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** A section with its heading, table head and note; nothing where it is empty. */
const section = (frame: number, rows: readonly number[]): number =>
  rows.length === 0 ? 0 : frame + sum(rows);

/** About how many lines of usual size a page takes. */
const linesOf = (page: ClinicianPage): number => {
  const {
    flags,
    trends,
    totals,
    suspects,
    outcome,
    trials,
    medicines,
    allergies,
    plan,
    questions,
  } = page;
  const scores = [
    ...trends.shown.map(({ name, site }) =>
      Math.max(2.2, lines(`${name.slice(0, 26)} ${site?.slice(0, 16) ?? ''} 0 to 10`, 24) + 0.4),
    ),
    ...totals.shown.map(() => 2.2),
  ];
  const left =
    section(
      2.4,
      medicines?.shown.map(({ name }) =>
        lines(`${name.slice(0, 44)} on 10 of the last 28 days`, 56),
      ) ?? [],
    ) +
    (allergies === null
      ? 0
      : 2.4 + lines(allergies.shown.map((one) => one.slice(0, 28)).join(', '), 60));
  const right =
    section(
      2.4,
      plan.shown.map(({ title }) => 1.2 * lines(`${title} 31 Mar 2026 to 12 May 2026`, 56)),
    ) +
    section(
      2.4,
      questions.shown.map((one) => 1.2 * lines(one, 50)),
    );
  return (
    8.5 +
    section(
      2.4,
      flags.shown.map(({ text }) => 1.1 * lines(text, 100)),
    ) +
    section(5, scores) +
    (outcome === null ? 0 : 5) +
    sum(
      suspects.shown.map(({ names }) =>
        Math.max(
          2.4,
          1.1 *
            lines(
              names
                .slice(0, 2)
                .map((one) => one.slice(0, 22))
                .join(' or '),
              22,
            ) +
            (names.length > 2 ? 1.5 : 0.4),
        ),
      ),
    ) +
    section(
      3.4,
      trials.shown.map(({ name, score }) =>
        Math.max(2.2, lines(`${name.slice(0, 26)} on ${score.slice(0, 20)}`, 22) + 0.6),
      ),
    ) +
    Math.max(left, right)
  );
};

/** The largest size at which a page is likely to fit on one sheet. */
export const sizeOf = (page: ClinicianPage): SheetSize => {
  const needed = linesOf(page);
  return (['usual', 'snug'] as const).find((size) => needed <= capacity[size]) ?? 'dense';
};
