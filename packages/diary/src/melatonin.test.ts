import { createReadStream } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvImporter } from './csv-map.ts';
import { readDiary } from './read-diary.ts';
import { tidyImporter } from './tidy.ts';

const examples = new URL('../../../examples/', import.meta.url);
const options = { importers: [tidyImporter, csvImporter], today: '2026-12-31' };
const open = (path: string) => createReadStream(new URL(path, examples));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('examples/melatonin.csv', () => {
  it('holds every rating of the published table and whether melatonin was taken', async () => {
    const diary = await readDiary(open('melatonin.csv'), {
      ...options,
      file: 'melatonin.csv',
      format: 'auto',
    });
    const table = await readDiary(open('source/melatonin/miura_ema_70day.csv'), {
      ...options,
      file: 'miura_ema_70day.csv',
      format: 'csv',
      map: {
        date: 'datetime',
        columns: {
          mood: 'mood/mood',
          agency: 'mood/agency',
          metacognition: 'mood/metacognition',
          melatonin: 'supplement/melatonin',
        },
      },
    });
    const moods = diary.observations.filter(({ category }) => category === 'mood');
    expect(moods).toEqual(table.observations.filter(({ category }) => category === 'mood'));
    expect(moods.map(({ name }) => name).filter((name) => name === 'mood')).toHaveLength(195);
    expect(moods.filter(({ name }) => name === 'agency')).toHaveLength(144);
    const days = diary.observations.filter(({ category }) => category === 'supplement');
    expect(days).toHaveLength(71);
    expect(new Set(days.map(({ date }) => date)).size).toBe(71);
    expect(diary.warnings).toEqual([]);
    expect(diary.scales.get('mood/mood')).toEqual({ min: 0, max: 100, inferred: false });
  });

  it('gives the difference between the arms that the study reports, 0.92 points', async () => {
    const { observations } = await readDiary(open('melatonin.csv'), {
      ...options,
      file: 'melatonin.csv',
      format: 'zonula',
    });
    const arm = new Map(
      observations
        .filter(({ name }) => name === 'melatonin')
        .map(({ date, value }) => [date, value] as const),
    );
    // The study counts 2 and 3 April as one day.
    const moods = new Map<string, number[]>();
    for (const { date, name, value } of observations) {
      if (name !== 'mood' || value === null) continue;
      const studyDay = date === '2026-04-03' ? '2026-04-02' : date;
      moods.set(studyDay, [...(moods.get(studyDay) ?? []), value]);
    }
    const armMean = (wanted: number): number =>
      mean([...moods].filter(([date]) => arm.get(date) === wanted).map(([, day]) => mean(day)));
    expect(armMean(1) - armMean(0)).toBeCloseTo(0.9190476190476176, 10);
  });
});
