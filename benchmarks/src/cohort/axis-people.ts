/**
 * Invents people for a cohort of known truth: `axis-people.ts FOLDER PEOPLE DAYS [PART PARTS [asked]]`. Of every hundred, thirty react to egg, fifteen to cocoa, five to fish and the
 * others to nothing; skins that answer within days, everything else drawn as `zonula simulate` does. Writes one tidy diary a person into the folder, and beside
 * it, in `FOLDER-truth-PART.csv`, what is true of them. Started again it goes on where it stopped; parts may run at the same time. With `asked`
 * the diaries hold, of all foods, only what a study of egg, cocoa, fish and citrus asks for.
 */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { simulatePerson } from '@zonula/axis';
import { writeTidy } from '@zonula/diary';

const [folder, peopleText, daysText, partText = '0', partsText = '1', which] =
  process.argv.slice(2);
if (folder === undefined) throw new RangeError('expected a folder');
const [people, days, part, parts] = [peopleText, daysText, partText, partsText].map(Number) as [
  number,
  number,
  number,
  number,
];

/** Dishes with egg, cocoa, fish or citrus, in the words of virtual people. */
const asked = new Set([
  ...['boiled egg', 'egg', 'scrambled eggs', 'eggs', 'cake', 'thai noodles', 'pad thai'],
  ...['tuna salad', 'sushi', 'salmon', 'chocolate', 'milk chocolate', 'dark chocolate'],
  ...['orange juice', 'oj', 'lemonade', 'orange', 'mandarin'],
]);

/** The ends of the ranges at which a skin answers soonest. */
const skins = [
  ['acne', { comedone_days: 5, inflamed_days: 3, microcomedone_days: 5, direct_to_skin: 3 }],
  ['rosacea', { papule_days: 5, papule_formation: 2, direct_to_skin: 3 }],
  ['psoriasis', { direct_to_skin: 3000 }],
] as const;

const reactsTo = (index: number): 'egg' | 'cocoa' | 'fish' | null => {
  const place = index % 100;
  return place < 30 ? 'egg' : place < 45 ? 'cocoa' : place < 50 ? 'fish' : null;
};

mkdirSync(folder, { recursive: true });
const truthFile = `${folder}-truth-${part}.csv`;
const known = new Set(
  existsSync(truthFile)
    ? readFileSync(truthFile, 'utf8')
        .split('\n')
        .filter((line) => line.endsWith(';'))
        .map((line) => line.split(',')[0]!)
    : [],
);
const start = process.cpuUsage();
let made = 0;
for (let index = part; index < people; index += parts) {
  const name = String(index + 1).padStart(5, '0');
  if (known.has(name)) continue;
  const [condition, settings] = skins[Math.floor(index / 100) % skins.length]!;
  const reaction = reactsTo(index);
  const { diary, truth } = simulatePerson({
    seed: 9,
    index,
    days,
    scenario: {
      condition,
      settings: { ...settings, gut_arrow: 0 },
      triggers: reaction === null ? [] : [{ class: reaction, gut: 0, direct: 10 }],
    },
  });
  const file = join(folder, `${name}.csv`);
  const observations = diary.observations.filter(
    ({ category, name: food }) => which !== 'asked' || category !== 'food' || asked.has(food),
  );
  writeFileSync(`${file}.part`, writeTidy({ ...diary, observations }));
  renameSync(`${file}.part`, file);
  const acting = truth.triggers
    .filter(({ grain }) => grain === 'class')
    .map(({ id, peak, delayDays }) => `${id} ${peak} ${delayDays.toFixed(2)}`);
  appendFileSync(truthFile, `${name},${condition},${truth.writtenDays},${acting.join(' ')};\n`);
  made++;
}
const { user, system } = process.cpuUsage(start);
process.stdout.write(
  `${JSON.stringify({ made, cpuSeconds: (user + system) / 1e6, peakMegabytes: process.resourceUsage().maxRSS / 1024 })}\n`,
);
