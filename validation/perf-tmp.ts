import { chunksOf, readDiary, readRows, tidyImporter, writeTidy } from '@zonula/diary';

const n = Number(process.argv[2]);
let text = 'date,category,name,value,time,site\n';
const parts = [text];
for (let i = 0; i < n; i++) {
  const d = new Date(1.4e12 + Math.floor(i / 500) * 864e5).toISOString().slice(0, 10);
  parts.push(
    `${d},food,some food number ${i % 500},${(i % 7) / 2},08:${String(i % 60).padStart(2, '0')},\n`,
  );
}
text = parts.join('');
console.log((text.length / 1e6).toFixed(1), 'MB');
let t = performance.now();
let k = 0;
for await (const row of readRows(chunksOf(text), { file: 'f' })) k += row.cells.length;
console.log('rows', (performance.now() - t).toFixed(0), 'ms', k);
t = performance.now();
const diary = await readDiary(chunksOf(text), {
  file: 'f',
  format: 'auto',
  importers: [tidyImporter],
  today: '2030-01-01',
});
console.log(
  'diary',
  (performance.now() - t).toFixed(0),
  'ms',
  diary.observations.length,
  diary.warnings,
  (process.memoryUsage().rss / 1e6).toFixed(0),
  'MB rss',
);
t = performance.now();
console.log(writeTidy(diary).length, (performance.now() - t).toFixed(0), 'ms write');
