// Writes examples/melatonin.csv from the published table in source/melatonin.
// Run: npx tsx examples/make-melatonin.ts
import { createReadStream, writeFileSync } from 'node:fs';
import { createCollector, csvImporter, readDiary, writeTidy } from '@zonula/diary';

const file = 'miura_ema_70day.csv';
const ratings = ['mood', 'agency', 'metacognition'] as const;

const table = await readDiary(
  createReadStream(new URL(`./source/melatonin/${file}`, import.meta.url)),
  {
    file,
    format: 'csv',
    importers: [csvImporter],
    today: '2026-12-31',
    map: {
      date: 'datetime',
      columns: {
        ...Object.fromEntries(ratings.map((name) => [name, `mood/${name}`])),
        melatonin: 'supplement/melatonin',
      },
    },
  },
);

const collector = createCollector();
for (const name of ratings) collector.scale(`mood/${name}`, { min: 0, max: 100, inferred: false });

// Taken or not is a fact of the day; the source repeats it beside every rating.
const taken = new Map<string, number | null>();
for (const observation of table.observations) {
  const { date, category, name, value } = observation;
  if (category === 'mood') {
    collector.observe(observation);
  } else if (!taken.has(date)) {
    taken.set(date, value);
    collector.observe({ date, category, name, value });
  } else if (taken.get(date) !== value) {
    throw new Error(`${date} says both that melatonin was taken and that it was not`);
  }
}

writeFileSync(new URL('./melatonin.csv', import.meta.url), writeTidy(collector.diary()));
