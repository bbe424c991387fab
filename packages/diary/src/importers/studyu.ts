import { identityOf } from '../category.ts';
import { dayOf, parseMoment } from '../day.ts';
import type { Importer } from '../importer.ts';
import { quoted, unusable } from '../place.ts';
import { createPersonFilter } from './person.ts';
import { type At, createRecorder, scale } from './recorder.ts';
import { columnOf, headerCells, listUnread, numberOf, openTable, requiredColumn } from './table.ts';
import { fold } from './vocabulary.ts';

const shared = ['participant_id', 'current_intervention_name'] as const;
const unread = new Set(
  (
    'measurement_id measurement_name participant_started_at invite_code current_day_of_study current_intervention_id ' +
    'intervention_task_id is_completed'
  ).split(' '),
);
const noArm = new Set(['', 'n a', 'baseline']);
const question = /^survey\d+_question\d+_(id|text|response)$/u;
const survey = /^(?:survey\d+_(?:id|name)|is_survey\d+)$/u;

/**
 * StudyU's CSV export: answers to surveys, or completed tasks. The intervention under way is a
 * `habit`: 1 on its days, 0 on days of the other arms. Missed tasks are not in the export: a day
 * without a row is unknown.
 */
export const studyu: Importer = {
  format: 'studyu',
  detect(head) {
    const header = headerCells(head);
    const has = (name: string): boolean => header.includes(name);
    return shared.every(has) && (has('measurement_time') || has('intervention_task_time')) ? 1 : 0;
  },
  async read(chunks, options, sink) {
    const table = await openTable(chunks, options, sink);
    const { header } = table;
    const [participant, arm] = shared.map((name) => requiredColumn(table, options.file, name)) as [
      number,
      number,
    ];
    const measured = header.indexOf('measurement_time');
    const time = measured >= 0 ? measured : header.indexOf('intervention_task_time');
    const task = header.indexOf('intervention_task_name');
    if (time < 0) {
      throw unusable(
        { file: options.file, line: table.headerLine },
        'expected a column "measurement_time" or "intervention_task_time"',
      );
    }
    const questions = header.flatMap((name, response) => {
      if (!name.endsWith('_response')) return [];
      const text = header.indexOf(name.replace(/_response$/u, '_text'));
      return text < 0 ? [] : [{ text, response }];
    });
    const known = header.flatMap((name, index) =>
      question.test(name) || survey.test(name) || unread.has(name) ? [index] : [],
    );
    listUnread(header, new Set([participant, arm, time, task, ...known]), sink);
    const completed = columnOf(header, 'is_completed');
    const filter = createPersonFilter(options);
    const recorder = createRecorder(sink, options.file);
    const arms = new Map<string, string>();
    const armOfDay = new Map<string, string>();

    for await (const { line, cells } of table.rows) {
      if (!filter.wants(cells[participant]!)) continue;
      const moment = parseMoment(cells[time]!.trim());
      if (moment === null) {
        recorder.unreadable(line, `expected a moment, found ${quoted(cells[time]!)}`);
        continue;
      }
      if (/z$/iu.test(cells[time]!.trim())) {
        sink.warn(
          'utc',
          'Times in this file are in UTC; entries around midnight may be a day off.',
        );
      }
      const at: At = dayOf(moment);
      const name = cells[arm]!.trim();
      if (!noArm.has(fold(name))) arms.set(identityOf('habit', name), name);
      armOfDay.set(at.date, identityOf('habit', name));
      if (task >= 0 && cells[task]!.trim() !== '') {
        const done = completed < 0 ? 'true' : cells[completed]!.trim().toLowerCase();
        // An empty cell is a day of which nothing is known.
        if (done !== '') recorder.put('habit', cells[task]!, done === 'true' ? 1 : 0, at);
      }
      for (const { text, response } of questions) {
        const prompt = cells[text]!;
        const answer = cells[response]!.trim();
        if (answer === '' || prompt.trim() === '') continue;
        const value = numberOf(answer);
        if (value !== null) recorder.score(prompt, value, at);
        else if (/^(?:true|false)$/iu.test(answer)) {
          recorder.score(prompt, /^true$/iu.test(answer) ? 1 : 0, at, scale(0, 1));
        } else {
          sink.warn('text-answer', `Answers in words to ${quoted(prompt)} were kept as notes.`);
          recorder.note(prompt, answer, at);
        }
      }
    }
    filter.finish();
    for (const [date, current] of armOfDay) {
      for (const [identity, name] of arms) {
        recorder.put('habit', name, identity === current ? 1 : 0, { date });
      }
    }
    recorder.finish();
  },
};
