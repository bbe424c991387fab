import { describe, expect, it } from 'vitest';
import { importFixture, refusal } from '../../fixtures/read-fixture.ts';

describe('studyu', () => {
  it('reads answers and the arms of the trial', async () => {
    expect(await importFixture('studyu.csv')).toEqual({
      rows: [
        '#scale symptom/slept well? 0 1',
        'date,category,name,value,time,note',
        '2023-01-02,habit,Dairy,0,,',
        '2023-01-02,habit,No dairy,0,,',
        '2023-01-02,skin,Itch,4,19:30,',
        '2023-01-02,note,Slept well?,,19:30,hardly',
        '2023-01-03,habit,Dairy,0,,',
        '2023-01-03,habit,No dairy,1,,',
        '2023-01-03,skin,Itch,2,19:30,',
        '2023-01-03,symptom,Slept well?,0,19:30,',
        '2023-01-04,habit,Dairy,1,,',
        '2023-01-04,habit,No dairy,0,,',
        '2023-01-04,skin,Itch,5,19:30,',
        '2023-01-04,symptom,Slept well?,1,19:30,',
      ],
      warnings: [
        '3 × utc: Times in this file are in UTC; entries around midnight may be a day off.',
        '2 × unknown-item: "Slept well?" is not in our table of symptoms; it was read as a symptom.',
        '1 × text-answer: Answers in words to "Slept well?" were kept as notes.',
      ],
    });
  });
  it('reads completed tasks', async () => {
    expect(await importFixture('studyu-tasks.csv')).toEqual({
      rows: [
        'date,category,name,value,time',
        '2023-01-03,habit,Dairy,0,',
        '2023-01-03,habit,No dairy,1,',
        '2023-01-03,habit,Drink oat drink,1,07:30',
        '2023-01-04,habit,Dairy,1,',
        '2023-01-04,habit,No dairy,0,',
        '2023-01-04,habit,Drink a glass of milk,1,07:30',
      ],
      warnings: [],
    });
  });

  it('asks for a participant where there are several', async () => {
    const header = 'measurement_time,participant_id,current_intervention_name';
    const rows = ['2023-01-04 19:30:00,p-1,A', '2023-01-04 19:30:00,p-2,B'];
    expect(await refusal([header, ...rows].join('\n'))).toContain('"p-1", "p-2"');
  });
});
