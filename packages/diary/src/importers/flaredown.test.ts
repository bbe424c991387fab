import { describe, expect, it } from 'vitest';
import { importContent, importFixture, refusal } from '../../fixtures/read-fixture.ts';

describe('flaredown', () => {
  it('reads the wide file of one user', async () => {
    expect(await importFixture('flaredown-wide.csv')).toEqual({
      rows: [
        '#scale skin/eczema 0 4',
        '#scale skin/eczema (condition) 0 4',
        '#scale skin/itching 0 4',
        '#scale skin/itching (tag) 0 1',
        '#scale stress/stressed 0 1',
        '#scale symptom/headache 0 4',
        'date,category,name,value,unit',
        '2023-04-01,skin,Eczema,1,',
        '2023-04-01,skin,Eczema (condition),2,',
        '2023-04-01,skin,Itching,3,',
        '2023-04-01,symptom,Headache,0,',
        '2023-04-01,food,"Bread, rye",1,',
        '2023-04-01,food,"Milk, whole",1,',
        '2023-04-01,stress,stressed,1,',
        '2023-04-01,habit,Blue light lamp,1,',
        '2023-04-01,habit,Yoga,1,',
        '2023-04-01,habit,ate breakfast,1,',
        '2023-04-01,medication,Cetirizine,10,mg',
        '2023-04-01,medication,Zumthera,5,mg',
        '2023-04-01,weather,humidity,81,%',
        '2023-04-01,weather,precip_intensity,0.0102,in/h',
        '2023-04-01,weather,pressure,1011,hPa',
        '2023-04-01,weather,rain,1,',
        '2023-04-01,weather,temperature_max,58,°F',
        '2023-04-01,weather,temperature_min,44,°F',
        '2023-04-02,skin,Eczema,1,',
        '2023-04-02,skin,Eczema (condition),1,',
        '2023-04-02,skin,Itching,2,',
        '2023-04-02,habit,Blue light lamp,0,',
        '2023-04-02,medication,Cetirizine,0,',
        '2023-04-02,medication,Ibuprofen,400,mg',
        '2023-04-03,skin,Eczema (condition),4,',
        '2023-04-03,skin,Itching,4,',
        '2023-04-03,skin,itching (tag),1,',
        '2023-04-03,symptom,Headache,1,',
        '2023-04-03,food,Coffee,1,',
        '2023-04-03,habit,Blue light lamp,1,',
        '2023-04-03,habit,Yoga,0,',
        '2023-04-03,habit,alcohol,1,',
        '2023-04-03,medication,Cetirizine,10,mg',
        '2023-04-03,medication,Ibuprofen,1,',
        '2023-04-03,cycle,period,1,',
        '2023-04-03,weather,humidity,70,%',
        '2023-04-03,weather,partly cloudy day,1,',
        '2023-04-03,weather,precip_intensity,0,in/h',
        '2023-04-03,weather,pressure,1014,hPa',
        '2023-04-03,weather,temperature_max,61,°F',
        '2023-04-03,weather,temperature_min,47,°F',
      ],
      warnings: [
        '3 × unknown-item: "Blue light lamp" is not in our table of treatments; it was read as a habit.',
      ],
    });
  });
  it('reads one person of the long research file', async () => {
    expect(await importFixture('flaredown-long.csv', { person: 'personA==' })).toEqual({
      rows: [
        '#scale skin/itchy elbows 0 4',
        '#scale skin/psoriasis 0 4',
        '#scale symptom/glass knees 0 4',
        '#scale symptom/tired 0 1',
        'date,category,name,value,unit',
        '2016-02-01,skin,Psoriasis,3,',
        '2016-02-01,skin,itchy elbows,2,',
        '2016-02-01,gut,Harvey-Bradshaw Index,5,',
        '2016-02-01,symptom,Glass knees,1,',
        '2016-02-01,symptom,tired,1,',
        '2016-02-01,food,"Cheese, gouda",1,',
        '2016-02-01,supplement,Vitamin D,1000,IU',
        '2016-02-01,weather,humidity,62,%',
        '2016-02-01,weather,rain,1,',
      ],
      warnings: [
        '1 × unknown-item: "Glass knees" is not in our table of symptoms; it was read as a symptom.',
      ],
    });
  });

  it('keeps a condition and a symptom of one name apart and lists unknown types', async () => {
    const { rows, warnings } = await importFixture('flaredown-long.csv', { person: 'personB==' });
    expect(rows.slice(-2)).toEqual([
      '2016-02-02,gut,Nausea,4',
      '2016-02-02,gut,Nausea (condition),1',
    ]);
    expect(warnings).toEqual(['1 × unknown-type: Rows of type "Mystery" were not read.']);
  });

  const header =
    'user_id,age,sex,country,checkin_date,trackable_id,trackable_type,trackable_name,trackable_value';

  it('asks for a person where there are several and names some', async () => {
    const many = Array.from(
      { length: 90 },
      (_, at) => `p${at % 30},,,,2016-01-01,1,Symptom,Itch,1`,
    );
    const few = ['p1,,,,2016-01-01,1,Symptom,Itch,1', 'p2,,,,2016-01-01,1,Symptom,Itch,1'];
    expect(await refusal([header, ...many].join('\n'))).toBe(
      'export: expected --person ID, since this file holds several people, for example "p0", "p1", "p2", "p3", "p4"',
    );
    expect(await refusal([header, ...few].join('\n'))).toContain('for example "p1", "p2"');
    expect(await refusal([header, ...few].join('\n'), { person: 'p9' })).toBe(
      'export: expected the ID of a person in this file, for example "p1", "p2"; found "p9"',
    );
  });

  it('needs no person where there is one', async () => {
    const diary = await importContent(`${header}\np1,,,,2016-01-01,1,Symptom,Itch,1\n`);
    expect(diary.observations).toEqual([
      { date: '2016-01-01', category: 'skin', name: 'Itch', value: 1 },
    ]);
    expect([...diary.scales]).toEqual([['skin/itch', { min: 0, max: 4, inferred: false }]]);
  });

  it('writes no food, and no zero, for a check-in without foods', async () => {
    const diary = await importContent(
      'Date,Itch,Tags,Foods\n2023-01-01,1,,Milk\n2023-01-02,2,,\n2023-01-03,,,\n',
    );
    expect(diary.observations.filter(({ category }) => category === 'food')).toEqual([
      { date: '2023-01-01', category: 'food', name: 'Milk', value: 1 },
    ]);
    expect(diary.observations.map(({ date }) => date)).not.toContain('2023-01-03');
  });

  it('keeps a food that is a treatment, or a tag, away from the meals of the day', async () => {
    const diary = await importContent(
      'Date,Itch,Green tea,Tags,Foods\n2023-01-01,1,Taken,alcohol,\n2023-01-02,1,Not Taken,,\n',
    );
    expect(
      diary.observations.map(({ date, category, name, value }) => [date, category, name, value]),
    ).toEqual([
      ['2023-01-01', 'skin', 'Itch', 1],
      ['2023-01-01', 'habit', 'Green tea', 1],
      ['2023-01-01', 'habit', 'alcohol', 1],
      ['2023-01-02', 'skin', 'Itch', 1],
      ['2023-01-02', 'habit', 'Green tea', 0],
    ]);
  });

  it('lists rows it cannot read and refuses a file of nothing else', async () => {
    const rows = ['p1,,,,yesterday,1,Symptom,Itch,1', 'p1,,,,2016-01-01,1,Symptom,Itch,9'];
    expect(await refusal([header, ...rows].join('\n'))).toBe(
      'export, line 2: expected a day, found "yesterday"',
    );
    const diary = await importContent(
      [header, ...rows, 'p1,,,,2016-01-01,1,Symptom,Itch,0'].join('\n'),
    );
    expect(diary.observations).toHaveLength(1);
    expect(diary.warnings.map(({ text }) => text)).toEqual([
      'Line 2 was left out: expected a day, found "yesterday".',
      'Line 3 was left out: expected 0 to 4 for "Itch", found "9".',
    ]);
  });
});
