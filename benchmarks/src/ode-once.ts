/** Times 735 days of the psoriasis model in one process and prints the seconds of each run as JSON. */
import { calibrate } from './calibrate.ts';
import { solvePsoriasis } from './ode/psoriasis.ts';

const run = (): number => {
  const start = performance.now();
  const { status } = solvePsoriasis(1e-6, 1e-8, true);
  if (status !== 'done') throw new Error(status);
  return (performance.now() - start) / 1000;
};
for (let i = 0; i < 300; i++) run();
const seconds = Array.from({ length: 300 }, run).sort((a, b) => a - b);
process.stdout.write(JSON.stringify({ seconds: seconds[150], calibration: calibrate() }));
