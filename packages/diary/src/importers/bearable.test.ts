import { describe, expect, it } from 'vitest';
import { importContent, importFixture } from '../../fixtures/read-fixture.ts';

describe('bearable', () => {
  it('reads every category', async () => {
    expect(await importFixture('bearable.csv')).toEqual({
      rows: [
        '#scale gut/bloating 0 4',
        '#scale skin/itchy skin 0 4',
        '#scale stress/stressful day 0 1',
        '#scale symptom/headache 0 4',
        '#scale symptom/wobbly elbow 0 4',
        'date,category,name,value,time,unit,note',
        '2021-12-08,skin,Itchy skin,2,,,"am; worse after the shower"',
        '2021-12-08,symptom,Energy,3,,,',
        '2021-12-08,symptom,Headache,0,,,pm',
        '2021-12-08,mood,Mood,7,,,all day',
        '2021-12-08,food,apple,1,,,mid',
        '2021-12-08,food,oat milk,1,,,mid',
        '2021-12-08,food,porridge,1,,,mid',
        '2021-12-08,sleep,hours,7.75,,h,pre',
        '2021-12-08,sleep,quality,4,,,pre',
        '2021-12-08,stress,Stressful day,1,,,',
        '2021-12-08,habit,Amount eaten,3,,,mid',
        '2021-12-08,habit,Coffee,1,,,',
        '2021-12-08,habit,Moon watching,1,,,',
        '2021-12-08,habit,Yoga,1,,,',
        '2021-12-08,medication,Ibuprofen,200,,mg,am',
        '2021-12-08,symptom,Wobbly elbow,4,10:30,,',
        '2021-12-09,gut,Bloating,1,,,pm',
        '2021-12-09,symptom,Weight (kg),61.5,,,',
        '2021-12-09,supplement,Magnesium,1,,,',
        '2021-12-09,medication,Zorbium,1,,,',
      ],
      warnings: [
        '1 × unknown-item: "Wobbly elbow" is not in our table of symptoms; it was read as a symptom.',
        '1 × unknown-item: "Moon watching" is not in our table of habits and circumstances; it was read as a habit.',
        '1 × unknown-type: Category "Health measurements" is not in our table.',
        '1 × unknown-item: "Weight (kg)" is not in our table of symptoms; it was read as a symptom.',
      ],
    });
  });

  const header = 'date,weekday,time of day,category,rating/amount,detail,notes';
  const names = async (...rows: string[]) =>
    (await importContent([header, ...rows].join('\n'))).observations.map(
      ({ date, category, name, value }) => `${date} ${category}/${name} ${value}`,
    );

  it('reads every English day', async () => {
    const days = [
      '1st Jan 2022',
      '2nd February 2022',
      '3rd Mar 2022',
      '22nd Sept 2022',
      '31st Dec 2022',
    ];
    expect(await names(...days.map((day) => `${day},,,Mood,3,,`))).toEqual([
      '2022-01-01 mood/Mood 3',
      '2022-02-02 mood/Mood 3',
      '2022-03-03 mood/Mood 3',
      '2022-09-22 mood/Mood 3',
      '2022-12-31 mood/Mood 3',
    ]);
  });

  it('takes the words for a symptom without a number, and 0 as not present', async () => {
    expect(
      await names('1st Jan 2022,,,Symptom,,Itch (Severe),', '2nd Jan 2022,,,Symptom,0,Itch,'),
    ).toEqual(['2022-01-01 skin/Itch 3', '2022-01-02 skin/Itch 0']);
  });

  it('writes ticks of food as 0 between ticks, unless meals are recorded', async () => {
    const ticks = [
      '1st Jan 2022,,,Factors,,Coffee | Work,',
      '2nd Jan 2022,,,Factors,,Work,',
      '3rd Jan 2022,,,Factors,,Coffee,',
      '4th Jan 2022,,,Factors,,Work,',
    ];
    const coffee = (rows: string[]) => rows.filter((row) => row.includes('Coffee'));
    expect(coffee(await names(...ticks))).toEqual([
      '2022-01-01 food/Coffee 1',
      '2022-01-02 food/Coffee 0',
      '2022-01-03 food/Coffee 1',
    ]);
    const meal = '2nd Jan 2022,,,Nutrition,,Meals: soup,';
    expect(coffee(await names(...ticks, meal))).toEqual([
      '2022-01-01 habit/Coffee 1',
      '2022-01-03 habit/Coffee 1',
    ]);
  });

  it('knows the amount eaten with either dash', async () => {
    expect(
      await names(
        '1st Jan 2022,,,Nutrition,,Amount eaten - Little,',
        '2nd Jan 2022,,,Nutrition,,Amount eaten – Moderate,',
      ),
    ).toEqual(['2022-01-01 habit/Amount eaten 1', '2022-01-02 habit/Amount eaten 2']);
  });
});
