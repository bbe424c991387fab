import type { Claim } from './claim.ts';
import { pageNotice, pageOf } from './page.ts';
import { verdictWords } from './words.ts';

const columns = 78;

const wrapped = (text: string, first: string, later = first): readonly string[] => {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = later;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
};

const item = (text: string): readonly string[] => wrapped(text, '- ', '  ');

/** The page of one claim for a terminal: Markdown, at most 78 columns except for addresses. */
export const renderClaimText = (claim: Claim): string => {
  const { id, claim: sentence, verdict, about, sections, sources } = pageOf(claim);
  const lines = [
    ...wrapped(`${id}  ${sentence}`, '# ', '  '),
    '',
    ...wrapped(`**${verdict}.** ${about.map(([key, value]) => `${key}: ${value}.`).join(' ')}`, ''),
  ];
  for (const { title, lines: said } of sections) {
    lines.push('', `## ${title}`, '');
    lines.push(...(said.length > 1 ? said.flatMap(item) : wrapped(said[0]!, '')));
  }
  lines.push('', '## Sources', '');
  for (const { text, at } of sources)
    lines.push(...item(text), ...at.map(({ url }) => `  <${url}>`));
  return [...lines, '', pageNotice, ''].join('\n');
};

/** One claim in a list: what people say, the verdict, what is known. */
export const renderClaimEntry = (claim: Claim): string =>
  [
    ...wrapped(`${claim.id}  ${pageOf(claim).claim}`, '', '     '),
    ...wrapped(`${verdictWords(claim)}. ${claim.summary}`, '     '),
    '',
  ].join('\n');
