import type { Exposure, Timeline } from '@zonula/timeline';
import { isMedicine, keepMedicine } from '../medicine.ts';
import { count } from '../numbers.ts';
import { list, type Name, plain } from '../sentence.ts';
import type { SuspectSentences } from '../wording/suspect-sentences.ts';
import type { Vocabulary } from '../wording/vocabulary.ts';
import { details, type Html, html, nothing, words } from './html.ts';

/** Days on which all of them were had, and days on which any was, among days where all are known. */
const together = (
  exposures: readonly Exposure[],
): { readonly all: number; readonly any: number } => {
  let [all, any] = [0, 0];
  const days = exposures[0]?.dose.length ?? 0;
  for (let t = 0; t < days; t++) {
    if (exposures.some(({ dose }) => Number.isNaN(dose[t]!))) continue;
    if (exposures.every(({ dose }) => dose[t]! > 0)) all++;
    if (exposures.some(({ dose }) => dose[t]! > 0)) any++;
  }
  return { all, any };
};

/** Groups of things whose days (nearly) coincide, larger groups first. */
const companions = ({ exposures }: Timeline): readonly (readonly string[])[] => {
  const parent = new Map(exposures.map(({ id }) => [id, id]));
  const root = (id: string): string => {
    let at = id;
    while (parent.get(at) !== at) at = parent.get(at)!;
    return at;
  };
  for (const { id, collinear, identical } of exposures) {
    for (const other of [...collinear.map((twin) => twin.id), ...identical]) {
      if (parent.has(other)) parent.set(root(id), root(other));
    }
  }
  const groups = new Map<string, string[]>();
  for (const { id } of exposures) {
    const key = root(id);
    const group = groups.get(key);
    if (group) group.push(id);
    else groups.set(key, [id]);
  }
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .sort((a, b) => b.length - a.length);
};

const overlap = (all: number, any: number, members: number): string =>
  all === 0
    ? `They were never all had on one day, but each of them could explain the same ups and downs.`
    : `Of the ${count(any, 'day')} with any of them, ${all} had ${members === 2 ? 'both' : 'all of them'}.`;

const most = 8;

const string = (ids: readonly string[], timeline: Timeline, { name }: Vocabulary): Html => {
  const members = new Set(ids);
  const exposures = timeline.exposures.filter(({ id }) => members.has(id));
  const { all, any } = together(exposures);
  const shown = ids.slice(0, ids.length > most ? most - 1 : most);
  return html`<ul class="string">${shown.map((id) => html`<li>${words([name(id)])}</li>`)}${
    ids.length > shown.length && html`<li>${ids.length - shown.length} more</li>`
  }</ul>
${any > 0 && html`<p>${overlap(all, any, ids.length)}</p>`}`;
};

const shownGroups = 12;

/** Sets among the shown suspects, and other things that always come together, as beads on one string. */
export const stringsSection = (
  shown: readonly SuspectSentences[],
  timeline: Timeline,
  vocabulary: Vocabulary,
): Html => {
  const sets = shown.map(({ suspect }) => suspect).filter(({ members }) => members.length > 1);
  const inSets = new Set(sets.flatMap(({ members }) => members));
  const others = companions(timeline).filter((ids) => !ids.every((id) => inSets.has(id)));
  if (sets.length === 0 && others.length === 0) return nothing;
  const medicine = [...sets.map(({ members }) => members), ...others].flat().some(isMedicine);
  return html`<section id="together"><h2>What travels together</h2>
<p>Beads on one string are things that your diary cannot tell apart, most often because you have them on the same days. ${medicine ? plain(keepMedicine) : 'Days with only one of them would help.'}</p>
${sets.map(({ members }) => {
  const names: readonly Name[] = members.map(vocabulary.name);
  return html`<div class="set"><h3>${words(list(names, 'or', 3))}</h3>${string(members, timeline, vocabulary)}</div>`;
})}
${
  others.length > 0 &&
  details(
    `${count(others.length, sets.length > 0 ? 'other string' : 'string')} in your diary`,
    html`${others.slice(0, shownGroups).map((ids) => html`<div class="set">${string(ids, timeline, vocabulary)}</div>`)}${
      others.length > shownGroups &&
      html`<p>And ${count(others.length - shownGroups, 'more string')}.</p>`
    }`,
  )
}
</section>`;
};
