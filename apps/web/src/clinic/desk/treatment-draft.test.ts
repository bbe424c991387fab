import { expect, test } from 'vitest';
import { example } from './fixtures/example-clinic.ts';
import { emptyTreatment, treatmentDraft, treatmentIn } from './treatment-draft.ts';

const where = { id: 'visit', currency: 'GBP' };
const good = {
  ...emptyTreatment,
  name: ' Visit ',
  price: '90,50',
  deposit: '20',
  practitioners: ['ana'],
  rooms: ['room-1'],
};

test('a form is read; what nobody touched stays as it was', () => {
  expect(treatmentIn(good, where)).toMatchObject({
    value: { id: 'visit', name: 'Visit', price: 9050, deposit: 2000, minutes: 30 },
  });
  for (const one of example.treatments) {
    for (const language of ['en', 'de'])
      expect(
        treatmentIn(treatmentDraft(one, 'GBP', language), { id: one.id, currency: 'GBP' }),
      ).toEqual({ value: one });
  }
});

test.each([
  [{ name: ' ' }, ['name']],
  [{ price: 'a lot' }, ['price']],
  [{ deposit: '90.51' }, ['deposit']],
  [{ minutes: '4' }, ['minutes']],
  [{ bufferAfter: '121' }, ['bufferAfter']],
  [{ practitioners: [], rooms: [] }, ['practitioners', 'rooms']],
  [{ contraindications: [{ id: '', question: 'Fever?', advice: '' }] }, ['contraindications']],
])('%j does not fit', (change, problems) => {
  expect(treatmentIn({ ...good, ...change }, where)).toEqual({ problems: new Set(problems) });
});

test('a new question is given a name of its own', () => {
  const asked = { id: '', question: 'Do you have a fever?', advice: 'Please call us.' };
  const read = treatmentIn({ ...good, contraindications: [asked] }, where);
  expect(read).toMatchObject({
    value: { contraindications: [{ id: expect.stringMatching(/^do-you-have/u) }] },
  });
});
