import { expect, test } from 'vitest';
import { firstRun, goTo, useApp } from './app.ts';
import { slowness } from './sharing.ts';

const app = useApp();

/** What a frame may cost at 60 a second. */
const frameMs = 1000 / 60;

test('a frame of the moving picture costs less than a sixtieth of a second', async () => {
  const { page, context } = await app.open();
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await firstRun(page);
  await goTo(page, 'axis', 'Play with the mechanism');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  const devtools = await context.newCDPSession(page);
  // Processor time of the page's own thread: others on this machine do not count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  await page.waitForTimeout(1000);
  const before = await spent();
  const seen = await page.evaluate(
    () =>
      new Promise<{ frames: number; seconds: number }>((done) => {
        const { requestAnimationFrame: next } = globalThis as unknown as {
          requestAnimationFrame: (draw: (at: number) => void) => void;
        };
        let first: number | null = null;
        let frames = 0;
        const draw = (at: number): void => {
          first ??= at;
          if ((at - first >= 3000 && frames > 10) || at - first >= 60_000)
            done({ frames, seconds: (at - first) / 1000 });
          else {
            frames++;
            next(draw);
          }
        };
        next(draw);
      }),
  );
  const cost = ((await spent()) - before) / seen.frames;
  if (process.env.FIGURES !== undefined)
    console.log(
      `the axis: ${(seen.frames / seen.seconds).toFixed(1)} frames a second, ${(cost * 1000).toFixed(1)} ms of processor time each`,
    );
  expect(seen.frames).toBeGreaterThan(10);
  expect(cost * 1000).toBeLessThan(frameMs * slowness());
  await context.close();
});
