import type { Triage, Urgency } from '@zonula/safety';
import { wrapped } from '../wrapped.ts';

const titles: Readonly<Record<Urgency, string>> = {
  'emergency-now': 'EMERGENCY: NOW',
  'same-day': 'TODAY',
  'see-a-doctor': 'SEE A DOCTOR',
  'not-this-feature': 'NOT WITH THIS APP',
};

type Because = Triage['questions'][number]['because'][number];

const why = (because: Because): string => {
  switch (because.code) {
    case 'not-asked':
      return 'Nobody asked you yet.';
    case 'entry':
      return because.first === because.last
        ? `Your diary speaks of ${because.label} (${because.last}).`
        : `Your diary speaks of ${because.label} (${because.first} to ${because.last}).`;
    case 'worsening':
      return because.kind === 'sudden'
        ? `Your score ${because.score} changed suddenly (${because.date}).`
        : `Your score ${because.score} has been worse in the last week.`;
  }
};

const entryRaised = ({ because }: Triage['questions'][number]): boolean =>
  because.some(({ code }) => code !== 'not-asked');

const questionLines = (question: Triage['questions'][number]): readonly string[] => [
  ...wrapped(question.question, '  '),
  ...question.because
    .filter(({ code }) => code !== 'not-asked')
    .flatMap((one) => wrapped(why(one), '    ')),
  ...wrapped(`If yes: ${question.ifYes}`, '    '),
];

const gateTitle = ({ action, food }: Triage['gates'][number]): string => {
  if (action === 'eliminate')
    return food === 'any' ? 'To go without one food for a time' : `To go without ${food}`;
  return food === 'any' ? 'To have a food again after a time without it' : `To have ${food} again`;
};

const agreement = 'clinician-agreement:';
const needsWord = (code: string): boolean => code.startsWith(agreement);

/** Gates that say the same are told together; those of a single food only where they say more. */
const gateLines = ({ gates }: Triage): readonly string[] => {
  const told = new Set<string>();
  const needed = gates
    .flatMap(({ blockedBy }) => blockedBy)
    .filter(needsWord)
    .map((code) => code.slice(agreement.length));
  const agreed =
    needed.length === 0
      ? []
      : [
          ...wrapped(`To have ${needed.join(', ')} again: not on your own.`, '  '),
          ...wrapped(
            'You have eczema. After a time without one of these, the first bite again can bring a strong reaction. Ask a doctor whether you may have it again at home, and write down the day of a yes (clinicianAgreements).',
            '    ',
          ),
        ];
  const lines = gates.flatMap((gate) => {
    const fresh = gate.reasons.filter(({ code }) => !told.has(code));
    for (const { code } of fresh) told.add(code);
    if (gate.allowed)
      return gate.food === 'any' ? wrapped(`${gateTitle(gate)}: possible.`, '  ') : [];
    if (fresh.length > 0 && fresh.every(({ code }) => needsWord(code))) return [];
    const asked = fresh.filter(({ code }) => !code.startsWith('not-asked:'));
    if (gate.food !== 'any' && asked.length === 0) return [];
    return [
      ...wrapped(`${gateTitle(gate)}: not on your own.`, '  '),
      ...asked.flatMap(({ text, wayOut }) => wrapped(`${text} ${wayOut}`, '    ')),
      ...(gate.reasons.some(({ code }) => code.startsWith('not-asked:'))
        ? wrapped('Questions are still open; see below.', '    ')
        : []),
    ];
  });
  return [...lines, ...agreed];
};

/** The most urgent first; everything in fixed words. */
export const textOf = (triage: Triage): string => {
  const lines: string[] = [];
  const section = (title: string, body: readonly string[]): void => {
    if (body.length > 0) lines.push(title, ...body, '');
  };
  for (const [urgency, title] of Object.entries(titles))
    section(
      title,
      triage.redFlags
        .filter((flag) => flag.urgency === urgency)
        .flatMap(({ text }) => wrapped(text, '  ')),
    );
  section('PLEASE ANSWER NOW', triage.questions.filter(entryRaised).flatMap(questionLines));
  if (lines.length === 0)
    lines.push(
      triage.questions.length === 0
        ? 'No red flag is open.'
        : 'We do not know yet whether anything is urgent: questions are still open.',
      '',
    );
  section(
    'TIMES TO LOOK',
    triage.clocks
      .filter(({ state }) => state !== 'past')
      .flatMap(({ text, from }) => wrapped(text ?? `Next look: from ${from}.`, '  ')),
  );
  section(
    'WORTH KNOWING',
    triage.notices.flatMap(({ text }) => wrapped(text, '  ')),
  );
  section('TESTING A FOOD ON YOUR OWN', gateLines(triage));
  section(
    'NOT SHOWN TO YOU',
    triage.hidden.foods
      ? wrapped('Foods, energy and weight. Sleep, stress and skincare remain.', '  ')
      : [],
  );
  section('QUESTIONS STILL OPEN', [
    ...triage.notAsked.flatMap(({ field, question }) => wrapped(`${question} (${field})`, '  ')),
    ...triage.questions
      .filter((question) => !entryRaised(question))
      .flatMap(({ question, id }) => wrapped(`${question} (redFlags.answers.${id})`, '  ')),
  ]);
  return `${lines.join('\n').trimEnd()}\n`;
};
