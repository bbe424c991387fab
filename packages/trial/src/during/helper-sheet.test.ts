import { expect, it } from 'vitest';
import { exampleLeave, exampleRequest } from '../fixtures/example.ts';
import { planTrial } from '../plan/plan-trial.ts';
import { helperSheet } from './helper-sheet.ts';

const plan = planTrial(exampleLeave(), exampleRequest);

it('says of each drawn period what its box holds, in the order that was drawn', () => {
  const [head, ...rows] = helperSheet(plan).trim().split('\n');
  expect(head).toBe('box,from,to,fill with');
  const drawn = plan.schedule.filter(({ block }) => block !== null);
  expect(rows).toEqual(
    drawn.map(
      ({ from, to, arm }, k) =>
        `${k + 1},${from},${to},${arm === 'with' ? 'the supplement' : 'look-alikes without it'}`,
    ),
  );
});

it('speaks other words, with commas too', () => {
  const sheet = helperSheet(plan, {
    head: ['Dose', 'von', 'bis', 'hinein'],
    with: 'Zink, eine Kapsel',
    without: 'eine "leere"',
  });
  expect(sheet).toContain('"Zink, eine Kapsel"');
  expect(sheet).toContain('"eine ""leere"""');
  expect(sheet).toMatch(/^Dose,von,bis,hinein\n1,/u);
});
