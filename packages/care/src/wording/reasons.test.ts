import { identityOf, type Observation } from '@zonula/diary';
import type { Finding } from '@zonula/discovery';
import { toTimeline } from '@zonula/timeline';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/scenes.ts';
import { unjudged } from './reasons.ts';

const days = 90;
const date = (t: number): string => new Date(Date.UTC(2024, 0, 1 + t)).toISOString().slice(0, 10);
const patterns: Readonly<Record<string, (t: number) => number>> = {
  rare: (t) => (t % 30 === 3 ? 1 : 0),
  daily: () => 1,
  'nearly daily': (t) => (t % 40 === 7 ? 0 : 1),
  holiday: (t) => (t > 20 && t < 34 ? 1 : 0),
  twin: (t) => (t % 5 === 1 ? 1 : 0),
  weekly: (t) => (t % 7 === 5 || t % 7 === 6 ? 1 : 0),
};

const diary = () => {
  const observations: Observation[] = [];
  for (let t = 0; t < days; t++) {
    observations.push({ date: date(t), category: 'skin', name: 'itch', value: (t * 7) % 5 });
    observations.push({ date: date(t), category: 'day', name: 'complete', value: 1 });
    for (const [name, dose] of Object.entries(patterns)) {
      for (const copy of ['one', 'two']) {
        const value = dose(t) * (1 + ((t * (copy === 'one' ? 3 : 5)) % 2));
        if (value > 0)
          observations.push({ date: date(t), category: 'food', name: `${name} ${copy}`, value });
      }
    }
  }
  return {
    observations,
    scales: new Map([[identityOf('skin', 'itch'), { min: 0, max: 10, inferred: false }]]),
    warnings: [],
  };
};

describe('unjudged', () => {
  it('has a sentence over several things for every reason a timeline gives', () => {
    const { suspects } = fixture('nothing');
    const barred = toTimeline(diary()).exposures.filter(({ identifiable }) => !identifiable);
    const exposures = barred.map(
      ({ id, grain, daysWith, daysWithout, reason }): Finding => ({
        ...suspects.exposures[0]!,
        id,
        grain,
        daysWith,
        daysWithout,
        identifiable: false,
        reason,
        probability: null,
      }),
    );
    const groups = unjudged({ ...suspects, exposures: [...exposures, ...exposures] });
    expect(groups.length).toBeGreaterThanOrEqual(4);
    for (const { code, heading, findings } of groups) {
      expect(findings.length).toBeGreaterThan(1);
      expect(heading, code).toMatch(/\.$/);
      for (const { id } of findings) expect(heading, code).not.toContain(id.slice(5));
    }
  });

  it('leaves out members of a set, puts large groups first and explains one thing by its own text', () => {
    const { suspects } = fixture('single');
    const groups = unjudged(suspects);
    expect(groups.map(({ findings }) => findings.length)).toEqual([2, 2, 1]);
    expect(groups[2]?.heading).toContain('At least 3 separate stretches are needed.');
    const set = {
      ...suspects,
      suspects: suspects.suspects.map((s) => ({ ...s, members: ['food/oysters', 'food/mango'] })),
    };
    expect(unjudged(set).map(({ code }) => code)).toEqual([
      'too-few-days-without',
      'too-few-spells',
    ]);
  });
});
