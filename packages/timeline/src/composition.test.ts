import { describe, expect, it } from 'vitest';
import { sketchDiary } from './diary-sketch.ts';
import { type ComposeFood, toTimeline } from './index.ts';

const at =
  (...days: readonly number[]) =>
  (day: number) =>
    days.includes(day) ? 1 : null;

const foods: ComposeFood = (name) => {
  if (name === 'latte') {
    return {
      ingredients: [
        { name: 'Milk', share: 0.75 },
        { name: 'Coffee', share: 0.25 },
      ],
      classes: [{ key: 'dairy', dose: 2 }],
    };
  }
  if (name === 'pizza') {
    return { ingredients: [{ name: 'milk', share: 0.25 }], classes: [{ key: 'dairy', dose: 1 }] };
  }
  return name === 'apple' ? { ingredients: [{ name: 'apple', share: 1 }], classes: [] } : null;
};

const timelineOf = (rows: Parameters<typeof sketchDiary>[0]['rows'], days = 6) =>
  toTimeline(sketchDiary({ days, rows }), { foods });

describe('ingredients and classes', () => {
  it('add up over the foods that hold them, in usual portions', () => {
    const { exposures } = timelineOf({
      'food/latte': at(0, 1, 2),
      'food/pizza': at(2, 3),
      'food/apple': at(4),
      'sleep/hours': at(5),
    });
    const ids = exposures.map((one) => one.id);
    expect(ids).toEqual([...ids].sort());
    const dairy = exposures.find((one) => one.id === 'class/dairy')!;
    expect(dairy.grain).toBe('class');
    expect(dairy.rows).toEqual(['food/latte', 'food/pizza']);
    expect([...dairy.dose]).toEqual([1, 1, 1.5, 0.5, 0, NaN]);
    expect(dairy.portion).toBe(2);
    const milk = exposures.find((one) => one.id === 'ingredient/milk')!;
    expect([...milk.dose]).toEqual([1, 1, 4 / 3, 1 / 3, 0, NaN]);
    expect(milk.name).toBe('Milk');
  });

  it('are unknown on a day with a food that is not understood, unless another food supplies them', () => {
    const { exposures, warnings } = timelineOf({
      'food/latte': at(0, 1),
      'food/mystery stew': at(1, 2),
      'food/apple': at(3, 4, 5),
    });
    const dairy = exposures.find((one) => one.id === 'class/dairy')!;
    expect([...dairy.dose]).toEqual([1, 1, NaN, 0, 0, 0]);
    const unclear = warnings.find((one) => one.code === 'food-not-understood')!;
    expect(unclear.text).toContain('mystery stew');
    expect(unclear.count).toBe(1);
  });

  it('stay absent when the food that is not understood was explicitly not eaten', () => {
    const { exposures } = timelineOf({
      'food/latte': at(0),
      'food/mystery stew': (day) => (day === 1 ? 0 : null),
      'food/apple': at(2, 3, 4, 5),
    });
    const dairy = exposures.find((one) => one.id === 'class/dairy')!;
    expect([...dairy.dose]).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it('count grams in multiples of the usual amount', () => {
    const { exposures } = timelineOf(
      { 'food/latte': (day) => ({ value: day === 2 ? 480 : 240, unit: 'g' }) },
      3,
    );
    expect([...exposures.find((one) => one.id === 'class/dairy')!.dose]).toEqual([1, 1, 2]);
  });

  it('of one dish alone are looked at as that dish; of the same dishes, as the class', () => {
    const { exposures } = timelineOf(
      {
        'food/latte': (day) => (day % 4 === 0 ? 1 : null),
        'food/pizza': (day) => (day % 7 === 0 ? 1 : null),
        'food/apple': (day) => (day % 3 === 0 ? 1 : null),
        'day/complete': () => 1,
        'skin/itch': (day) => day % 5,
      },
      60,
    );
    const find = (id: string) => exposures.find((one) => one.id === id)!;
    expect(find('class/dairy').identifiable).toBe(true);
    expect(find('ingredient/coffee').candidate).toBe(false);
    expect(find('ingredient/coffee').sameAs).toBe('food/latte');
    expect(find('ingredient/coffee').reason!.code).toBe('same-foods-as');
    expect(find('ingredient/milk').sameAs).toBe('class/dairy');
    expect(find('ingredient/milk').candidate).toBe(false);
  });

  it('are judged on their own when dishes are not asked for', () => {
    const { exposures } = toTimeline(
      sketchDiary({
        days: 60,
        rows: {
          'food/latte': (day) => (day % 4 === 0 ? 1 : null),
          'day/complete': () => 1,
          'skin/itch': (day) => day % 5,
        },
      }),
      { foods, grains: ['class'] },
    );
    expect(exposures.map(({ id, identifiable }) => [id, identifiable])).toEqual([
      ['class/dairy', true],
    ]);
  });

  it('count with their expected dose when probable, and leave the day open when doubtful', () => {
    const unsure: ComposeFood = (name) => ({
      ingredients: [],
      classes:
        name === 'sauce'
          ? [
              { key: 'gluten', dose: 10, probability: 0.8 },
              { key: 'soy', dose: 4, probability: 0.3 },
              { key: 'egg', dose: 1, probability: 0.05 },
            ]
          : name === 'bread'
            ? [
                { key: 'gluten', dose: 16 },
                { key: 'soy', dose: 2 },
                { key: 'egg', dose: 1 },
              ]
            : [],
    });
    const { exposures } = toTimeline(
      sketchDiary({
        days: 4,
        rows: { 'food/sauce': at(0, 2), 'food/bread': at(1, 2), 'food/apple': at(3) },
      }),
      { foods: unsure, grains: ['class'] },
    );
    const dosesOf = (id: string) => {
      const one = exposures.find((exposure) => exposure.id === id)!;
      return [...one.dose].map((dose) => dose * one.portion);
    };
    expect(dosesOf('class/gluten')).toEqual([8, 16, 24, 0]);
    expect(dosesOf('class/soy')).toEqual([NaN, 2, 2, 0]);
    expect(dosesOf('class/egg')).toEqual([0, 1, 1, 0]);
    expect(exposures.find(({ id }) => id === 'class/soy')!.rows).toEqual(['food/bread']);
  });

  it('are open on days with a food of which a part was not understood', () => {
    const half: ComposeFood = (name) => ({
      ingredients: [],
      classes: name === 'latte and xyzzy' ? [{ key: 'dairy', dose: 1 }] : [{ key: 'egg', dose: 1 }],
      complete: name !== 'latte and xyzzy',
    });
    const { exposures } = toTimeline(
      sketchDiary({ days: 3, rows: { 'food/latte and xyzzy': at(0), 'food/egg': at(1, 2) } }),
      { foods: half, grains: ['class'] },
    );
    const doses = exposures.map(({ id, dose }) => [id, [...dose]]);
    expect(doses).toEqual([
      ['class/dairy', [1, 0, 0]],
      ['class/egg', [NaN, 1, 1]],
    ]);
  });

  it('keep the hours of the foods', () => {
    const { exposures } = timelineOf(
      {
        'food/latte': () => ({ value: 1, time: '08:00' }),
        'food/pizza': () => ({ time: '07:00' }),
      },
      1,
    );
    const dairy = exposures.find((one) => one.id === 'class/dairy')!;
    expect([...dairy.timed!]).toEqual([0, 420, 1 / 3, 0, 480, 2 / 3]);
  });
});
