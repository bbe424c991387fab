import { describe, expect, it } from 'vitest';
import { importContent, importFixture } from '../../fixtures/read-fixture.ts';

describe('mysymptoms', () => {
  it('reads ragged rows', async () => {
    expect(await importFixture('mysymptoms.csv')).toEqual({
      rows: [
        'date,category,name,value,time,unit,note',
        '2017-12-26,food,Red wine,150,,ml,',
        '2017-12-26,gut,Stomach cramping,3,10:00,,Duration: 6:00',
        '2017-12-26,food,Chicken egg,2,10:55,,',
        "2017-12-26,food,Cow's milk,1,10:55,,",
        '2017-12-26,food,"Oats, rolled",1,10:55,,',
        '2017-12-26,food,Porridge,1,10:55,,',
        '2017-12-26,medication,Fantasol,1,13:00,,',
        '2017-12-26,medication,Ibuprofen,200,13:00,mg,',
        '2017-12-26,skin,Itching,1,19:30,,',
        '2017-12-26,gut,Heartburn,2,19:30,,Duration: 0:30',
        '2017-12-26,note,Sore knees,,19:30,,"present, without an intensity"',
        '2017-12-27,gut,Bowel movement,1,08:00,,',
        '2017-12-27,gut,Bristol stool type,4,08:00,,',
        '2017-12-27,stress,Stress,7,08:10,,',
        '2017-12-27,habit,Weights,1,18:00,,Duration: 0:45',
        '2017-12-27,food,Red wine,300,20:00,ml,',
        '2017-12-27,habit,Comet,1,21:00,,',
      ],
      warnings: [
        '1 × no-intensity: "Sore knees" without an intensity was kept as a note.',
        '1 × unknown-type: Events of type "Starlight" are not in our table.',
        '1 × unknown-item: "Comet" is not in our table of habits and circumstances; it was read as a habit.',
        '1 × flat-ingredients: Dishes and their ingredients stand in one list in this export; each was read as a food.',
      ],
    });
  });

  const dates = async (...rows: string[]) => {
    const diary = await importContent(rows.map((row) => `${row}, 12:00, Lunch, "Rice"`).join('\n'));
    return [diary.observations.map(({ date }) => date), diary.warnings.map(({ code }) => code)];
  };

  it('finds out from the whole file whether the day comes first', async () => {
    const flat = 'flat-ingredients';
    expect(await dates('02/01/2018', '14/01/2018')).toEqual([['2018-01-02', '2018-01-14'], [flat]]);
    expect(await dates('02/01/2018', '01/14/2018')).toEqual([['2018-01-14', '2018-02-01'], [flat]]);
    expect(await dates('02/01/2018')).toEqual([['2018-02-01'], ['date-order', flat]]);
  });
});
