export { workingSpans } from './availability.ts';
export { type CalendarEntry, calendarFeed, invitation } from './calendar.ts';
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
  type FhirAppointmentStatus,
  fhirAppointment,
  fhirAppointmentStatuses,
  fhirCapabilities,
  fhirPage,
  fhirSchedule,
  fhirSlot,
  slotId,
} from './fhir/resources.ts';
export {
  type AppointmentMail,
  type AppointmentNotice,
  appointmentMail,
  appointmentNoticeSchema,
  type NoticeLinks,
} from './mail/appointment-mail.ts';
export { type JoinedNotice, joinedMail, joinedNoticeSchema } from './mail/joined-mail.ts';
export { type Language, languageSchema } from './mail/language.ts';
export {
  confirmNewsletterMail,
  issueMail,
  newsletterWording,
  newsletterWords,
  welcomeMail,
} from './newsletter.ts';
export {
  bookableDays,
  freeSlots,
  occupiedSpan,
  type Slot,
  type SlotQuestion,
  type Taken,
} from './slots.ts';
export { type OfferedThing, takenBack } from './taken-back.ts';
export { line, prose, slug } from './text.ts';
export { type UnfitReason, unfitOf, unfitReasons } from './unfit.ts';
export { addDays, dayOf, daySchema, daysBetween, instantOf, localTimeOf } from './zone.ts';
