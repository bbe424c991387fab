import { writeFileSync } from 'node:fs';
import { summariseDiscovery } from '@zonula/cohort';
import { type Dynamics, discover } from '@zonula/discovery';
import { createRandom } from '@zonula/numerics';
import { toTimeline } from '@zonula/timeline';
import { drawCohortPerson } from './simulate/cohort-person.ts';

const out: unknown[] = [];
for (let i = 0; i < 150; i++) {
  const own = createRandom(777).fork(i);
  const responds = own.uniform() < 0.3;
  const effect = responds ? 1.2 + 0.3 * own.normal() : 0;
  const { diary } = drawCohortPerson(effect, own);
  const timeline = toTimeline(diary);
  let dynamics: readonly Dynamics[] = [];
  const document = discover(timeline, {
    version: 'v',
    seed: i,
    onDynamics: (d) => {
      dynamics = d;
    },
  });
  const raw: unknown[] = [];
  (globalThis as any).zz = (x: unknown) => raw.push(x);
  summariseDiscovery({ person: `${i}`, timeline, document, dynamics });
  out.push({ effect: effect / 10, raw });
}
writeFileSync('/tmp/cohort/dump.json', JSON.stringify(out));
