import type { Treatment } from '@zonula/clinic';
import { amountIn, amountText, wholeIn } from './numbers.ts';
import { newId } from './parts.ts';

/** A treatment as it stands in a form. */
export interface TreatmentDraft {
  readonly name: string;
  readonly about: string;
  readonly price: string;
  readonly deposit: string;
  readonly minutes: string;
  readonly bufferBefore: string;
  readonly bufferAfter: string;
  readonly practitioners: readonly string[];
  readonly rooms: readonly string[];
  readonly contraindications: Treatment['contraindications'];
}

export const emptyTreatment: TreatmentDraft = {
  name: '',
  about: '',
  price: '',
  deposit: '0',
  minutes: '30',
  bufferBefore: '0',
  bufferAfter: '0',
  practitioners: [],
  rooms: [],
  contraindications: [],
};

export const treatmentDraft = (
  treatment: Treatment,
  currency: string,
  language: string,
): TreatmentDraft => ({
  name: treatment.name,
  about: treatment.about,
  price: amountText(treatment.price, currency, language),
  deposit: amountText(treatment.deposit, currency, language),
  minutes: `${treatment.minutes}`,
  bufferBefore: `${treatment.bufferBefore}`,
  bufferAfter: `${treatment.bufferAfter}`,
  practitioners: treatment.practitioners,
  rooms: treatment.rooms,
  contraindications: treatment.contraindications,
});

/** What does not fit in a form, by the name of its field. */
export type TreatmentProblem =
  | 'name'
  | 'price'
  | 'deposit'
  | 'minutes'
  | 'bufferBefore'
  | 'bufferAfter'
  | 'practitioners'
  | 'rooms'
  | 'contraindications';

/** What a form says, or the fields that do not fit. */
export const treatmentIn = (
  draft: TreatmentDraft,
  { id, currency }: { readonly id: string; readonly currency: string },
): { readonly value: Treatment } | { readonly problems: ReadonlySet<TreatmentProblem> } => {
  const price = amountIn(draft.price, currency);
  const deposit = amountIn(draft.deposit, currency);
  const minutes = wholeIn(draft.minutes, 5, 12 * 60);
  const bufferBefore = wholeIn(draft.bufferBefore, 0, 120);
  const bufferAfter = wholeIn(draft.bufferAfter, 0, 120);
  const contraindications = draft.contraindications.map(({ id: own, question, advice }) => ({
    id: own === '' ? newId(question) : own,
    question: question.trim(),
    advice: advice.trim(),
  }));
  const problems = new Set<TreatmentProblem>();
  if (draft.name.trim() === '') problems.add('name');
  if (price === null) problems.add('price');
  if (deposit === null || (price !== null && deposit > price)) problems.add('deposit');
  if (minutes === null) problems.add('minutes');
  if (bufferBefore === null) problems.add('bufferBefore');
  if (bufferAfter === null) problems.add('bufferAfter');
  if (draft.practitioners.length === 0) problems.add('practitioners');
  if (draft.rooms.length === 0) problems.add('rooms');
  if (contraindications.some(({ question, advice }) => question === '' || advice === ''))
    problems.add('contraindications');
  if (
    problems.size > 0 ||
    price === null ||
    deposit === null ||
    minutes === null ||
    bufferBefore === null ||
    bufferAfter === null
  )
    return { problems };
  const numbers = { price, deposit, minutes, bufferBefore, bufferAfter };
  const lists = { practitioners: [...draft.practitioners], rooms: [...draft.rooms] };
  const [name, about] = [draft.name.trim(), draft.about.trim()];
  return { value: { id, name, about, ...numbers, ...lists, contraindications } };
};
