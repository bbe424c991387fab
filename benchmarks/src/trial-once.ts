/** Times 10,000 simulated trials of one design in one process; prints processor seconds as JSON. */
import { powerOf, type TrialDesign } from '@zonula/trial';
import { calibrate } from './calibrate.ts';

const timing = { baselineDays: 0, looks: [] };
const designs: ReadonlyMap<string, TrialDesign> = new Map<string, TrialDesign>([
  ['pairs', { ...timing, kind: 'randomised-pairs', washoutDays: 2, periodDays: 5, pairs: 6 }],
  [
    'periods',
    {
      ...timing,
      kind: 'randomised-periods',
      washoutDays: 2,
      periodDays: 5,
      periods: 16,
      longestRun: 3,
    },
  ],
]);
const name = process.argv[2] ?? '';
const design = designs.get(name);
if (design === undefined) throw new RangeError(`no design "${name}"`);
/** Persistence and noise as a posterior would have them. */
const draws = Array.from({ length: 40 }, (_, i) => ({
  phi: 0.3 + 0.012 * i,
  noiseShare: 0.01 * (i % 30),
  sd: 0.9 + 0.005 * i,
}));
const kernels = [
  { shares: [1], weight: 0.5 },
  { shares: [0.5, 0.3, 0.2], weight: 0.5 },
];
const before = process.cpuUsage();
const { curve } = powerOf(design, { draws, recorded: 0.8, slips: 0.05, kernels }, [1], {
  seed: 1,
  simulations: 10_000,
});
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    seconds: (user + system) / 1e6,
    calibration: calibrate(),
    power: curve[0]!.probability,
  }),
);
