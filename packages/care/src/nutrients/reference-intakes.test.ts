import { describe, expect, it } from 'vitest';
import {
  lifeStages,
  lifeStagesOf,
  referenceNutrients,
  referenceOf,
  referenceSource,
} from './reference-intakes.ts';

describe('reference intakes', () => {
  it.each([
    // Read off the published tables, apart from the program.
    ['calcium_mg', 'female-51-70', 1000, 1200, null],
    ['calcium_mg', 'male-51-70', 800, 1000, null],
    ['iron_mg', 'female-19-30', 8.1, 18, null],
    ['iron_mg', 'female-51-70', 5, 8, null],
    ['iron_mg', 'pregnant-31-50', 22, 27, null],
    ['iron_mg', 'breastfeeding-19-30', 6.5, 9, null],
    ['folate_ug', 'pregnant-19-30', 520, 600, null],
    ['magnesium_mg', 'male-19-30', 330, 400, null],
    ['zinc_mg', 'breastfeeding-31-50', 10.4, 12, null],
    ['vitamin_a_ug', 'breastfeeding-31-50', 900, 1300, null],
    ['vitamin_b6_mg', 'female-over-70', 1.3, 1.5, null],
    ['vitamin_d_ug', 'male-over-70', 10, 20, null],
    ['niacin_mg', 'female-31-50', 11, 14, null],
    ['fibre_g', 'female-51-70', null, null, 21],
    ['potassium_mg', 'male-31-50', null, null, 3400],
    ['protein_g', 'pregnant-19-30', null, 71, null],
  ] as const)('%s, %s', (nutrient, stage, average, recommended, adequate) => {
    expect(referenceOf(nutrient, stage)).toEqual({ average, recommended, adequate });
  });

  it('every nutrient has a value for every life stage', () => {
    for (const nutrient of referenceNutrients)
      for (const stage of lifeStages) {
        const { recommended, adequate } = referenceOf(nutrient, stage);
        expect(recommended ?? adequate, `${nutrient} ${stage}`).toBeGreaterThan(0);
      }
  });

  it('name their edition and tables', () => {
    expect(referenceSource.edition).toContain('2019');
    expect(referenceSource.tables.average).toContain('J-1');
  });
});

describe('life stages', () => {
  const adult = { ageBand: '18-59', sex: 'female', pregnancy: 'no' } as const;

  it('are all that the answers leave open', () => {
    expect(lifeStagesOf(adult)).toEqual(['female-19-30', 'female-31-50', 'female-51-70']);
    expect(lifeStagesOf({ ...adult, ageBand: '60-or-over' })).toEqual([
      'female-51-70',
      'female-over-70',
    ]);
    expect(lifeStagesOf({ ...adult, pregnancy: 'breastfeeding' })).toEqual([
      'breastfeeding-19-30',
      'breastfeeding-31-50',
    ]);
    expect(lifeStagesOf({ ...adult, pregnancy: 'unsure' })).toContain('pregnant-19-30');
    expect(lifeStagesOf({ ...adult, sex: null })).toHaveLength(6);
  });

  it('are all adults where nothing was asked', () => {
    expect(lifeStagesOf({ ageBand: null, sex: null, pregnancy: null })).toEqual([...lifeStages]);
    expect(lifeStagesOf({ ageBand: null, sex: 'male', pregnancy: null })).toHaveLength(4);
  });

  it('are none below 18', () => {
    expect(lifeStagesOf({ ...adult, ageBand: 'under-18' })).toEqual([]);
  });
});
