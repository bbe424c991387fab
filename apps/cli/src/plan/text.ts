import { nutrientLines, type Plan } from '@zonula/care';
import { wrapped } from '../wrapped.ts';

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

const grounds = (evidence: Plan['actions'][number]['evidence']): string =>
  evidence.map(({ id, grade }) => `${id}: ${grade.toLowerCase()}`).join('; ');

/** A line with a mark before it; what does not fit stands under its first word. */
const marked = (mark: string, text: string, indent: string): readonly string[] => {
  const [first = '', ...rest] = wrapped(text, `${indent}${' '.repeat(mark.length)}`);
  return [`${indent}${mark}${first.slice(indent.length + mark.length)}`, ...rest];
};

const items = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => marked('- ', line, '  '));

/** What stands above already is not said twice. */
const actionLines = (
  action: Plan['actions'][number],
  index: number,
  said: ReadonlySet<string>,
): readonly string[] => [
  ...(index > 0 ? [''] : []),
  ...marked(`${index + 1}. `, `${action.title} (${action.pillar})`, '  '),
  ...wrapped(`Why: ${action.why} [${grounds(action.evidence)}]`, '     '),
  ...action.how.filter((line) => !said.has(line)).flatMap((line) => marked('- ', line, '     ')),
  ...wrapped(`From ${action.from}; look at it on ${action.lookOn}.`, '     '),
  ...wrapped(`It works when: ${action.works}`, '     '),
  ...wrapped(`The end: ${action.end}`, '     '),
  ...(action.log.length > 0 ? wrapped(`Write down: ${action.log.join(', ')}`, '     ') : []),
];

const mostReasons = 2;

const suspectLine = ({ name, allowed, reasons }: Plan['suspects'][number]): string => {
  if (allowed) return `${name}: a fair test is possible. It is no proof yet.`;
  const said = reasons.slice(0, mostReasons).map(({ text, wayOut }) => `${text} ${wayOut}`);
  const more = reasons.length - said.length;
  return `${name}: not to be tested on your own. ${said.join(' ')}${more > 0 ? ` And ${more} more; see “zonula triage”.` : ''}`;
};

/** Options of which the same is known are told together. */
const optionLines = (options: Plan['options']): readonly string[] => {
  const alike = new Map<string, Plan['options'][number][]>();
  for (const option of options)
    alike.set(option.known, [...(alike.get(option.known) ?? []), option]);
  return [...alike.values()].map((group) => {
    const { evidence, known, mind } = group[0]!;
    const names = group.map(({ name }) => name).join('; ');
    return [`${names} [${grounds(evidence)}]. ${known}`, mind].filter(Boolean).join(' Mind: ');
  });
};

/** The plan for a terminal, at most 80 columns wide; warning signs stand first. */
export const textOf = (plan: Plan): string => {
  const { first, ask, actions, later, options, neverSuggested, suspects, notices, hidden } = plan;
  const said = new Set(first.map(({ text }) => text));
  return [
    ...first.flatMap(({ text }) => wrapped(text, '')),
    ...ask.flatMap(({ question, ifYes }) => [
      ...wrapped(`Please answer first: ${question}`, ''),
      ...wrapped(`If yes: ${ifYes}`, '  '),
    ]),
    ...(first.length + ask.length > 0 ? [''] : []),
    `YOUR PLAN from ${plan.today}`,
    ...actions.flatMap((action, index) => actionLines(action, index, said)),
    ...section(
      'LATER, one thing at a time',
      items(
        later.map(
          ({ title, pillar, notBefore }) => `${title} (${pillar}, not before ${notBefore})`,
        ),
      ),
    ),
    ...section('WHAT YOUR DIARY POINTS TO', items(suspects.map(suspectLine))),
    ...section(
      'WHAT IS IN YOUR FOOD',
      nutrientLines(plan.nutrients).flatMap((line) => wrapped(line, '  ')),
    ),
    ...section('IF YOU WANT TO TRY MORE, one at a time', items(optionLines(options))),
    ...section(
      'IN NO PLAN OF OURS',
      items(
        neverSuggested.map(({ name, why, evidence }) => `${name}. ${why} [${grounds(evidence)}]`),
      ),
    ),
    ...section('WORTH A WORD', items(notices.map(({ text }) => text))),
    ...(hidden.foods ? ['', 'Foods, energy and weight are not shown here.'] : []),
    '',
    ...wrapped(
      'This is no medical advice. Use your medicines as agreed. “zonula evidence ID” tells what studies say.',
      '',
    ),
    '',
  ].join('\n');
};
