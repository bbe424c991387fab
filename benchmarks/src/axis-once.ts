/**
 * Times a year of the coupled axis with five meals a day, for one condition, and prints as JSON the processor
 * seconds of a warm run and the largest error of the severity on any day, as a share of its largest value.
 */
import { type AxisRequest, type Condition, conditions, simulateAxis } from '@zonula/axis';
import { calibrate, cpuSeconds } from './calibrate.ts';

const condition = conditions.find((name) => name === process.argv[2]) as Condition;
const hours = [8, 11, 13, 17, 19.5];
const classes = ['dairy', 'wheat', 'high-glycaemic', 'spicy', 'fibre'];
const request: AxisRequest = {
  condition,
  settings: [['gut_arrow', 1]],
  triggers: [{ class: 'dairy', gut: 3, direct: 1 }],
  events: Array.from({ length: 365 * 5 }, (_, i) => ({
    day: Math.floor(i / 5) + hours[i % 5]! / 24,
    kind: 'meal',
    doses: [{ class: classes[i % 5]!, portions: 1 }],
  })),
  days: 365,
};
const severity = (relativeTolerance?: number): Float64Array =>
  simulateAxis({ ...request, ...(relativeTolerance ? { relativeTolerance } : {}) }).course(
    'severity',
  );
for (let i = 0; i < 100; i++) severity();
const batch = 10;
const seconds = Array.from({ length: 20 }, () => {
  const start = cpuSeconds();
  for (let i = 0; i < batch; i++) severity();
  return (cpuSeconds() - start) / batch;
}).sort((a, b) => a - b);
const calibration = calibrate();
const exact = severity(1e-9);
const error =
  Math.max(...severity().map((value, day) => Math.abs(value - exact[day]!))) / Math.max(...exact);
process.stdout.write(JSON.stringify({ seconds: seconds[10], calibration, error }));
