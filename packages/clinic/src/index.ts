export { type CancellationTerms, cancellationTerms } from './cancellation.ts';
export {
  type Catalogue,
  type Clinic,
  catalogueSchema,
  clinicSchema,
  type Practitioner,
  type Treatment,
  treatmentSchema,
} from './catalogue.ts';
export {
  bookableDays,
  freeSlots,
  occupiedSpan,
  type Slot,
  type SlotQuestion,
  type Taken,
} from './slots.ts';
export { line, slug } from './text.ts';
export { addDays, dayOf, daySchema, daysBetween, localTimeOf } from './zone.ts';
