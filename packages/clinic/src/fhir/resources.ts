/// <reference types="fhir/r4" />
import type { Span } from '../availability.ts';
import type { Practitioner } from '../catalogue.ts';

/** Where the codes of a clinic's own lists come from. */
const system = (name: string): string => `urn:zonula:${name}`;
const isoOf = (ms: number): string => new Date(ms).toISOString();
const actorOf = (kind: 'practitioner' | 'room' | 'client', value: string, display: string) => ({
  identifier: { system: system(kind), value },
  display,
});

/** The schedule of a practitioner; its slots reach from now to the last day that can be booked. ms since 1970. */
export const fhirSchedule = (
  { id, name }: Pick<Practitioner, 'id' | 'name'>,
  { start, end }: Span,
): fhir4.Schedule => ({
  resourceType: 'Schedule',
  id,
  active: true,
  actor: [actorOf('practitioner', id, name)],
  planningHorizon: { start: isoOf(start), end: isoOf(end) },
});

const longestId = 64;

/** The id of a slot: a practitioner and an instant. */
export const slotId = (practitioner: string, start: number): string => {
  const instant = (start / 60_000).toString(36);
  return `${practitioner.slice(0, longestId - 1 - instant.length)}.${instant}`;
};

/** A step of a practitioner's hours: what is held is tentative, what is booked is busy. */
export const fhirSlot = (
  practitioner: string,
  { start, end }: Span,
  status: 'free' | 'busy' | 'busy-tentative',
): fhir4.Slot => ({
  resourceType: 'Slot',
  id: slotId(practitioner, start),
  schedule: { reference: `Schedule/${practitioner}` },
  status,
  start: isoOf(start),
  end: isoOf(end),
});

/** What FHIR calls the states of an appointment; `noshow` is one to which nobody came. */
export const fhirAppointmentStatuses = ['pending', 'booked', 'cancelled', 'noshow'] as const;
export type FhirAppointmentStatus = (typeof fhirAppointmentStatuses)[number];

/** An appointment as clinical systems are told of it. Times are ms since 1970. */
export interface FhirAppointmentSource {
  readonly id: string;
  readonly status: FhirAppointmentStatus;
  readonly sequence: number;
  readonly treatment: { readonly id: string; readonly name: string };
  readonly practitioner: { readonly id: string; readonly name: string };
  readonly room: { readonly id: string; readonly name: string };
  readonly client: { readonly id: string; readonly name: string };
  readonly start: number;
  readonly end: number;
  readonly created: number;
  readonly changed: number;
}

export const fhirAppointment = (source: FhirAppointmentSource): fhir4.Appointment => {
  const { treatment, practitioner, room, client, start, end } = source;
  const status = source.status === 'cancelled' ? 'declined' : 'accepted';
  return {
    resourceType: 'Appointment',
    id: source.id,
    meta: { versionId: String(source.sequence), lastUpdated: isoOf(source.changed) },
    status: source.status,
    serviceType: [
      {
        coding: [{ system: system('treatment'), code: treatment.id, display: treatment.name }],
        text: treatment.name,
      },
    ],
    start: isoOf(start),
    end: isoOf(end),
    minutesDuration: Math.round((end - start) / 60_000),
    created: isoOf(source.created),
    participant: [
      { actor: actorOf('practitioner', practitioner.id, practitioner.name), status },
      { actor: actorOf('room', room.id, room.name), status },
      { actor: actorOf('client', client.id, client.name), status },
    ],
  };
};

/** A page of a search; `self` and `next` are addresses. */
export const fhirPage = <Resource extends fhir4.Schedule | fhir4.Slot | fhir4.Appointment>(
  base: string,
  resources: readonly Resource[],
  { total, self, next }: { total: number; self: string; next: string | null },
): fhir4.Bundle => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total,
  link: [
    { relation: 'self', url: self },
    ...(next === null ? [] : [{ relation: 'next', url: next }]),
  ],
  entry: resources.map((resource) => ({
    fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
    resource,
    search: { mode: 'match' as const },
  })),
});

const parameter = (name: string, type: 'token' | 'date' | 'reference', documentation: string) => ({
  name,
  type,
  documentation,
});

/** What the read API understands. `date` is ms since 1970. */
export const fhirCapabilities = (
  base: string,
  { version, date }: { readonly version: string; readonly date: number },
): fhir4.CapabilityStatement => {
  const resource = (
    type: 'Schedule' | 'Slot' | 'Appointment',
    searchParam: ReturnType<typeof parameter>[],
  ) => ({
    type,
    interaction: [{ code: 'read' as const }, { code: 'search-type' as const }],
    versioning: 'no-version' as const,
    searchParam: [parameter('_id', 'token', 'One id'), ...searchParam],
  });
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: isoOf(date),
    kind: 'instance',
    software: { name: 'Zonula', version },
    implementation: { description: 'Schedules, slots and appointments, to read', url: base },
    fhirVersion: '4.0.1',
    format: ['json'],
    rest: [
      {
        mode: 'server',
        security: { description: 'A key of the clinic, as Authorization: Bearer KEY' },
        resource: [
          resource('Schedule', [
            parameter('actor', 'reference', 'Of a practitioner, by id'),
            parameter('active', 'token', 'All schedules are active'),
          ]),
          resource('Slot', [
            parameter('schedule', 'reference', 'Of one schedule'),
            parameter('status', 'token', 'free, busy or busy-tentative'),
            parameter('start', 'date', 'With eq, ge, gt, le or lt'),
          ]),
          resource('Appointment', [
            parameter('date', 'date', 'The start, with eq, ge, gt, le or lt'),
            parameter('status', 'token', 'pending, booked, cancelled or noshow'),
            parameter('practitioner', 'reference', 'By id'),
          ]),
        ],
      },
    ],
  };
};
