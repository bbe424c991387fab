import { describe, expect, it } from 'vitest';
import { importContent, importFixture, refusal } from '../../fixtures/read-fixture.ts';

describe('cronometer', () => {
  it('reads servings as foods with their amounts', async () => {
    expect(await importFixture('cronometer-servings.csv')).toEqual({
      rows: [
        'date,category,name,value,time,unit',
        '2024-06-10,food,Burrito Bowl,1,,',
        '2024-06-10,food,"Oats, Rolled, Dry",80,08:14,g',
        '2024-06-11,food,"Oats, Rolled, Dry",40,21:00,g',
        '2024-06-12,food,"Oats, Rolled, Dry",120,07:30,g',
      ],
      warnings: [
        '1 × unread-nutrients: 3 columns with nutrients of single foods were not read; the foods were.',
      ],
    });
  });
  it('reads daily nutrition; blank and unfinished days stay unknown', async () => {
    expect(await importFixture('cronometer-daily.csv')).toEqual({
      rows: [
        'date,category,name,value,unit',
        '2024-06-10,habit,Caffeine,95,mg',
        '2024-06-10,habit,Carbohydrates,230.5,g',
        '2024-06-10,habit,Energy,1893.56,kcal',
        '2024-06-10,habit,Net carbohydrates,200.5,g',
        '2024-06-10,habit,Sugars,60.25,g',
        '2024-06-10,habit,Vitamin D,10,µg',
        '2024-06-10,habit,Water,1500,ml',
        '2024-06-11,habit,Carbohydrates,205,g',
        '2024-06-11,habit,Energy,1700,kcal',
        '2024-06-11,habit,Net carbohydrates,180,g',
        '2024-06-11,habit,Sugars,40,g',
        '2024-06-11,habit,Vitamin D,0,µg',
        '2024-06-11,habit,Water,1200,ml',
      ],
      warnings: [
        '1 × bom: The file begins with a byte order mark. It was left out.',
        '1 × semicolon: The cells are separated by semicolons. They were read as they are.',
        '1 × unread-column: Column "Unobtainium (mg)" was not read.',
        '1 × unfinished-day: A day was not marked as completed; its amounts may be too low.',
        '1 × blank-nutrient: Caffeine was blank on a day; it is unknown there, not zero.',
        '1 × empty-day: A day that was not completed and holds only zeros is unknown.',
      ],
    });
  });
  it('reads the older servings file without times', async () => {
    expect(await importFixture('cronometer-old.csv')).toEqual({
      rows: [
        'date,category,name,value,unit',
        '2016-06-13,food,Milk,1,cup',
        '2016-06-14,food,Milk,0.5,cup',
      ],
      warnings: [
        '1 × unread-nutrients: 2 columns with nutrients of single foods were not read; the foods were.',
      ],
    });
  });

  it('takes the total of a day over its group rows, and adds groups up without one', async () => {
    const totals = async (...rows: string[]) =>
      (
        await importContent(['Date,Group,Energy (kJ),Protein (g),Completed', ...rows].join('\n'))
      ).observations.map(({ date, name, value, unit }) => [date, name, value, unit]);
    expect(
      await totals(
        '13/6/2024,Breakfast,836.8,10,true',
        '13/6/2024,Dinner,836.8,20,true',
        '13/6/2024,Total,1673.6,30,true',
        '14/6/2024,Breakfast,418.4,1,true',
        '14/6/2024,Dinner,418.4,2,true',
      ),
    ).toEqual([
      ['2024-06-13', 'Energy', 400, 'kcal'],
      ['2024-06-13', 'Protein', 30, 'g'],
      ['2024-06-14', 'Energy', 200, 'kcal'],
      ['2024-06-14', 'Protein', 3, 'g'],
    ]);
  });

  it('keeps a true zero of a completed day', async () => {
    const diary = await importContent(
      'Date,Energy (kcal),Alcohol (g),Completed\n2024-06-13,1800,0,true\n',
    );
    expect(diary.observations.map(({ name, value }) => [name, value])).toEqual([
      ['Alcohol', 0],
      ['Energy', 1800],
    ]);
    expect(diary.warnings).toEqual([]);
  });

  it('names the missing column', async () => {
    expect(await refusal('Date,Food Name\n', { format: 'cronometer' })).toBe(
      'export, line 1: expected at least one column of a nutrient such as "Energy (kcal)"',
    );
  });
});
