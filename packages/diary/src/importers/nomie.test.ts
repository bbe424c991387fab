import { describe, expect, it } from 'vitest';
import { importContent, importFixture } from '../../fixtures/read-fixture.ts';

describe('nomie', () => {
  it('reads tags from the notes of the detailed file', async () => {
    expect(await importFixture('nomie-detailed.csv')).toEqual({
      rows: [
        'date,category,name,value,time,note',
        '2021-08-02,skin,itch,3,,',
        '2021-08-02,sleep,sleep,7.5,,',
        '2021-08-02,habit,moon_gazing,1,,',
        '2021-08-02,mood,mood,8,10:10,',
        '2021-08-02,food,coffee,1,10:10,',
        '2021-08-02,habit,vacation,1,10:10,',
        '2021-08-02,note,Note,,10:10,after a swim with',
        '2021-08-03,note,Note,,13:30,a plain note',
      ],
      warnings: [
        '1 × unread-people: Names of people (@...) were not read.',
        "1 × unread-score: Nomie's positivity score was not read.",
        '1 × unread-place: Where an entry was made was not read.',
        '1 × unknown-item: "moon_gazing" is not in our table of habits and circumstances; it was read as a habit.',
      ],
    });
  });
  it('reads the column form, where 0 is unknown', async () => {
    expect(await importFixture('nomie-columns.csv')).toEqual({
      rows: [
        'date,category,name,value',
        '2021-08-02,skin,itch,3',
        '2021-08-03,mood,mood,6',
        '2021-08-03,food,coffee,2',
      ],
      warnings: [
        '1 × zero-unknown: "#itch": 0 may mean that nothing was logged; it was left out as unknown.',
        '1 × zero-unknown: "#mood": 0 may mean that nothing was logged; it was left out as unknown.',
        '1 × zero-unknown: "#coffee": 0 may mean that nothing was logged; it was left out as unknown.',
      ],
    });
  });

  it('reads the day from the zone of the entry', async () => {
    const day = async (offset: string, end: string) => {
      const { observations, warnings } = await importContent(
        `epoch,start,end,offset,note,lat,lng,location,score\n${Date.UTC(2021, 7, 2, 22, 30)},,${end},${offset},#itch,,,,\n`,
      );
      return [observations[0]?.date, observations[0]?.time, warnings.map(({ code }) => code)];
    };
    expect(await day('-120', '')).toEqual(['2021-08-02', undefined, []]);
    expect(await day('-480', '')).toEqual(['2021-08-03', '06:30', []]);
    expect(await day('300', '')).toEqual(['2021-08-02', '17:30', []]);
    expect(await day('', '2021-08-03T09:10:00.000')).toEqual(['2021-08-03', '09:10', []]);
    expect(await day('', '')).toEqual(['2021-08-02', '22:30', ['no-zone']]);
  });
});
