import { oneLine } from '../failure.ts';
import { wrapped } from '../wrapped.ts';
import type { ResultDocument } from './analyse.ts';
import { inHundred, signed } from './figures.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const headline = (name: string, score: string, verdict: string): string => {
  if (verdict === 'worsens') return `${capital(name)} makes ${score} worse.`;
  if (verdict === 'improves') return `${capital(name)} makes ${score} better.`;
  if (verdict === 'inconclusive') return `We cannot tell whether ${name} moves ${score}.`;
  return `${capital(name)} and ${score}: ${verdict} points.`;
};

/** The verdict for a person, what it rests on, and what is believed now. */
export const resultText = (document: ResultDocument): string => {
  if (!document.allowed)
    return `${[
      'This trial may not go on.',
      ...document.reasons.flatMap(({ text, wayOut }) => wrapped(`${text} ${wayOut}`, '  ')),
    ].join('\n')}\n`;
  const { exposure, outcome, from, to } = document;
  const [name, score] = [exposure, outcome].map((id) => oneLine(id.slice(id.indexOf('/') + 1))) as [
    string,
    string,
  ];
  const { verdict, reason, effect, randomisationP, probabilityWorse, belief, notes } = document;
  const lines = [headline(name, score, verdict), '', ...wrapped(reason, '  ')];
  if (effect !== null && randomisationP !== null && probabilityWorse !== null) {
    const { intentionToTreat, adherence, carryOver, days, naive } = document;
    const had = adherence?.effect;
    lines.push(
      '',
      `FROM ${from} TO ${to}`,
      ...wrapped(
        `Difference with against without: ${signed(effect.mean)} points (95 %: ${signed(effect.interval[0])} to ${signed(effect.interval[1])}). Chance that it is for the worse: ${inHundred(probabilityWorse)}.`,
        '  ',
      ),
      ...wrapped(
        `Randomisation test: p = ${randomisationP.toPrecision(2)}. At most 0.05 was needed.`,
        '  ',
      ),
    );
    if (intentionToTreat)
      lines.push(
        ...wrapped(
          `Without any model: ${signed(intentionToTreat.mean)} points (${signed(intentionToTreat.interval[0])} to ${signed(intentionToTreat.interval[1])}).`,
          '  ',
        ),
      );
    if (days)
      lines.push(
        ...wrapped(
          `Days that count and have a score: ${days.knownWith} with, ${days.knownWithout} without.`,
          '  ',
        ),
      );
    if (carryOver)
      lines.push(
        ...wrapped(
          `It takes about ${Math.round(carryOver.days.mean)} days until most of the effect is gone.`,
          '  ',
        ),
      );
    if (had)
      lines.push(
        ...wrapped(
          `By what you really had: ${signed(had.mean)} points (${had.interval.map((end) => (end === null ? 'no limit' : signed(end))).join(' to ')}).`,
          '  ',
        ),
      );
    if (naive)
      lines.push(
        ...wrapped(
          `A plain comparison of days would have said p = ${naive.pValue.toPrecision(2)}. It takes each day as new, so it is not to be relied on.`,
          '  ',
        ),
      );
  }
  if (belief)
    lines.push(
      '',
      'WHAT WE BELIEVE NOW',
      ...wrapped(
        belief.before === null
          ? `Your diary could not tell whether ${name} moves ${score}. From even odds, the chance is now ${inHundred(belief.after)}.`
          : `The chance that ${name} moves ${score} at all: ${inHundred(belief.before)} before, ${inHundred(belief.after)} now.`,
        '  ',
      ),
    );
  if (notes.length > 0)
    lines.push('', 'WORTH KNOWING', ...notes.flatMap((text) => wrapped(text, '  ')));
  return `${lines.join('\n')}\n`;
};
