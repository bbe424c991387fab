// What Flaredown's two files have in common: check-ins with conditions and symptoms (0 to 4),
// treatments (a dose, "Taken" or "Not Taken"), tags, foods, the Harvey-Bradshaw index and weather.
// Source: backend/app/jobs/data_export_job.rb and backend/lib/tasks/utils.rake of Flaredown.
import type { Category } from '../category.ts';
import type { ImportSink } from '../importer.ts';
import { quoted } from '../place.ts';
import { amountOf } from './amounts.ts';
import { type At, createRecorder, scale } from './recorder.ts';
import { numberOf } from './table.ts';
import { createTicks } from './ticks.ts';
import { fold, placeRemedy } from './vocabulary.ts';

const severity = scale(0, 4);
const doseUnits = new Set(
  (
    'mg mgs mcg ug µg μg g iu ml cc pill pills tablet tablets tab tabs capsule capsules cap caps caplet softgel softgels ' +
    'gelcap puff puffs spray sprays drop drops patch patches injection injections unit units u vial suppository lozenge inhalation meq dose doses'
  ).split(' '),
);
const weatherUnits: ReadonlyMap<string, string> = new Map([
  ['temperature_min', '°F'],
  ['temperature_max', '°F'],
  ['precip_intensity', 'in/h'],
  ['pressure', 'hPa'],
  ['humidity', '%'],
]);

interface Treatment {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly at: At;
}

/** Gathers one person's check-ins; `finish` writes what can only be judged at the end. */
export const createCheckins = (sink: ImportSink, file: string) => {
  const recorder = createRecorder(sink, file);
  const ticks = createTicks(recorder);
  const conditions: { name: string; value: number; at: At }[] = [];
  const symptoms = new Set<string>();
  const treatments: Treatment[] = [];
  const recorded = new Set<Category>();

  const severityOf = (line: number, name: string, text: string): number | null => {
    if (text.trim() === '') return null;
    const value = numberOf(text);
    if (value === null || value < 0 || value > 4) {
      recorder.unreadable(line, `expected 0 to 4 for ${quoted(name)}, found ${quoted(text)}`);
      return null;
    }
    return value;
  };

  const score = (name: string, value: number, at: At): void =>
    recorder.score(name, value, at, severity);

  const writeTreatments = (): void => {
    const inDoses = new Set<string>();
    for (const { name, text } of treatments) {
      const unit = amountOf(text)?.unit.toLowerCase() ?? '';
      if (doseUnits.has(unit)) inDoses.add(fold(name));
    }
    for (const { name, text, at } of treatments) {
      const { known } = placeRemedy(name);
      const placed =
        !known && inDoses.has(fold(name)) ? 'medication' : recorder.categoryOf('remedy', name);
      // A treatment says nothing about the day's meals: tea as a treatment is a habit.
      const category = placed === 'food' ? 'habit' : placed;
      const amount = amountOf(text);
      recorded.add(category);
      if (/^not taken$/iu.test(text)) recorder.put(category, name, 0, at);
      else if (/^taken$/iu.test(text)) recorder.put(category, name, 1, at);
      else if (amount !== null) {
        recorder.amount(category, name, amount, at);
      } else recorder.put(category, name, 1, { ...at, note: text });
    }
  };

  return {
    recorder,
    condition(line: number, name: string, text: string, at: At): void {
      const value = severityOf(line, name, text);
      if (value !== null) conditions.push({ name, value, at });
    },
    symptom(line: number, name: string, text: string, at: At): void {
      const value = severityOf(line, name, text);
      if (value === null) return;
      symptoms.add(fold(name));
      score(name, value, at);
    },
    treatment(line: number, name: string, text: string, at: At): void {
      if (text.trim() !== '') treatments.push({ name, line, text: text.trim(), at });
    },
    tag(name: string, at: At): void {
      ticks.add(name, at);
    },
    food(name: string, at: At): void {
      recorded.add('food');
      recorder.put('food', name, 1, at);
    },
    harveyBradshaw(line: number, text: string, at: At): void {
      const value = numberOf(text);
      if (value !== null) recorder.put('gut', 'Harvey-Bradshaw Index', value, at);
      else if (text.trim() !== '') recorder.unreadable(line, 'expected a number for HBI');
    },
    weather(line: number, name: string, text: string, at: At): void {
      if (text.trim() === '') return;
      const unit = weatherUnits.get(name);
      const value = numberOf(text);
      if (value !== null) recorder.put('weather', name, value, { ...at, unit });
      else if (name === 'icon' || name === 'summary') {
        recorder.put('weather', text.replaceAll('-', ' '), 1, at);
      } else recorder.unreadable(line, `expected a number for ${quoted(name)}`);
    },
    finish(): void {
      for (const { name, value, at } of conditions) {
        score(symptoms.has(fold(name)) ? `${name} (condition)` : name, value, at);
      }
      writeTreatments();
      // A list of tags says nothing about meals: Flaredown has its own field for foods.
      recorded.add('food');
      const rated = new Set([...symptoms, ...conditions.map(({ name }) => fold(name))]);
      ticks.finish(recorded, (identity) => {
        const name = identity.slice(identity.indexOf('/') + 1);
        return rated.has(fold(name)) ? `${name} (tag)` : null;
      });
      recorder.finish();
    },
  };
};
