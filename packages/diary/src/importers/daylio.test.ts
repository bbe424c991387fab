import { describe, expect, it } from 'vitest';
import { importContent, importFixture, refusal } from '../../fixtures/read-fixture.ts';

describe('daylio', () => {
  it('reads the header with scales', async () => {
    expect(await importFixture('daylio-scales.csv')).toEqual({
      rows: [
        '#scale mood/mood 1 5',
        '#scale stress/stressed 0 1',
        'date,category,name,value,time,note',
        '2024-02-28,mood,Mood,1,21:10,',
        '2024-02-28,note,Note,,21:10,a quiet day',
        '2024-03-01,mood,Mood,3,21:00,',
        '2024-03-01,food,coffee,1,21:00,',
        '2024-03-01,stress,stressed,1,21:00,',
        '2024-03-02,skin,Itch,6,,',
        '2024-03-02,mood,Mood,5,,',
        '2024-03-02,food,coffee,1,,',
        '2024-03-02,sleep,Sleep,3,,',
        '2024-03-02,habit,friends,1,,',
        '2024-03-02,habit,yoga,1,,',
        '2024-03-02,note,Note,,,"Late night',
        'Danced',
        'and ""sang"""',
        '2024-03-02,habit,moon watching,1,20:30,',
        '2024-03-02,habit,work,1,20:30,',
        '2024-03-02,note,Mood,,20:30,ecstatic',
      ],
      warnings: [
        '1 × bom: The file begins with a byte order mark. It was left out.',
        '1 × unknown-mood: Mood "ecstatic" is not one of Daylio\'s own five names; it was kept as a note, without a score.',
        '1 × unknown-item: "moon watching" is not in our table of habits and circumstances; it was read as a habit.',
      ],
    });
  });
  it('reads the header before scales', async () => {
    expect(await importFixture('daylio.csv')).toEqual({
      rows: [
        '#scale mood/mood 1 5',
        '#scale skin/rash 0 1',
        'date,category,name,value,time,note',
        '2022-05-01,mood,Mood,2,08:05,',
        '2022-05-01,habit,running,1,08:05,',
        '2022-05-02,skin,rash,1,22:00,',
        '2022-05-02,mood,Mood,4,22:00,',
        '2022-05-02,food,milk,1,22:00,',
        '2022-05-02,habit,running,1,22:00,',
        '2022-05-02,note,Note,,22:00,"Title',
        'Note, with a comma"',
      ],
      warnings: [],
    });
  });
  it('reads the first header, with the year in a column of its own', async () => {
    expect(await importFixture('daylio-old.csv')).toEqual({
      rows: [
        '#scale mood/mood 1 5',
        'date,category,name,value,time,note',
        '2018-02-16,mood,Mood,1,19:05,',
        '2018-02-16,habit,sport,1,19:05,',
        '2018-02-16,note,Note,,19:05,müde',
        '2018-02-17,mood,Mood,4,19:05,',
        '2018-02-17,habit,cooking,1,19:05,',
        '2018-02-17,habit,reading,1,19:05,',
      ],
      warnings: [],
    });
  });

  it('reads tabs and keeps a renamed mood out of the score', async () => {
    const diary = await importContent(
      'full_date\tdate\tweekday\ttime\tmood\tactivities\tnote_title\tnote\n2026-05-20\tMay 20\tWednesday\t22:13\tso-so\t\t\t\n',
    );
    expect(diary.observations).toEqual([
      {
        date: '2026-05-20',
        time: '22:13',
        category: 'note',
        name: 'Mood',
        value: null,
        note: 'so-so',
      },
    ]);
    expect(diary.warnings.map(({ code }) => code)).toEqual(['tab', 'unknown-mood', 'future-date']);
  });

  it('refuses a file whose days cannot be read, in one line', async () => {
    expect(
      await refusal('full_date,date,weekday,time,mood,activities,note\nMay,May,Mon,10:00,good,,\n'),
    ).toBe('export, line 2: expected a day, found "May"');
    expect(await refusal('mood,time,activities\ngood,10:00,\n', { format: 'daylio' })).toBe(
      'export, line 1: expected a column "full_date", or "year" and "date"',
    );
  });
});
