import type { Migration } from './migration.ts';

export const mailMigration: Migration = {
  id: 3,
  name: 'mail',
  statements: [
    `alter table clinic.appointment
      add column language text not null default 'en' check (language in ('en', 'de')),
      add column discount int not null default 0 check (discount between 0 and price),
      add column deposit_received int not null default 0 check (deposit_received between 0 and deposit),
      add column deposit_received_at timestamptz`,
    // Retention and reminders look for appointments by their time.
    'create index appointment_ends_at on clinic.appointment (ends_at)',

    'create schema mail',
    // Written by the transaction of what it tells; who it is for is forgotten as soon as it is sent or given up.
    `create table mail.outbox (
      id uuid primary key,
      about text not null unique,
      created_at timestamptz not null,
      due_at timestamptz not null,
      attempts int not null default 0,
      lease uuid,
      leased_until timestamptz,
      sent_at timestamptz,
      failed_at timestamptz,
      notice jsonb,
      check ((notice is null) = (sent_at is not null or failed_at is not null))
    )`,
    `create index outbox_due on mail.outbox (due_at)
      where sent_at is null and failed_at is null`,
    'create index outbox_created_at on mail.outbox (created_at)',

    `create table clinic.waiting (
      id uuid primary key,
      client uuid not null references clinic.client,
      client_name text not null,
      language text not null check (language in ('en', 'de')),
      treatment text not null references clinic.treatment,
      practitioner text references clinic.practitioner,
      from_day text not null check (from_day ~ '^\\d{4}-\\d\\d-\\d\\d$'),
      until_day text not null check (until_day ~ '^\\d{4}-\\d\\d-\\d\\d$' and until_day >= from_day),
      consent_wording text not null,
      joined_at timestamptz not null,
      status text not null check (status in ('waiting', 'offered', 'booked', 'left')),
      offered uuid references clinic.appointment,
      check ((status in ('offered', 'booked')) = (offered is not null))
    )`,
    `create index waiting_open on clinic.waiting (joined_at)
      where status in ('waiting', 'offered')`,
    'create index waiting_client on clinic.waiting (client)',
    'create index waiting_offered on clinic.waiting (offered)',
    // What somebody has let go once is not offered to them again.
    `create table clinic.waiting_offer (
      waiting uuid not null references clinic.waiting on delete cascade,
      starts_at timestamptz not null,
      offered_at timestamptz not null,
      primary key (waiting, starts_at)
    )`,

    // Keys of programs: calendars that follow a practitioner, and clinical systems. Kept as digests only.
    `create table clinic.program_key (
      id uuid primary key,
      use text not null check (use in ('calendar', 'fhir')),
      practitioner text references clinic.practitioner,
      label text not null,
      digest bytea not null unique check (length(digest) = 32),
      created_at timestamptz not null,
      revoked_at timestamptz,
      check (use <> 'calendar' or practitioner is not null)
    )`,

    // What a person wants the clinic to read before the appointment.
    `create table clinic.attachment (
      appointment uuid primary key references clinic.appointment on delete cascade,
      media_type text not null check (
        media_type in ('application/pdf', 'text/html', 'application/vnd.zonula.sealed')),
      content bytea not null check (length(content) between 1 and 2097152),
      attached_at timestamptz not null
    )`,

    // A code is used by one appointment; one that was let go gives it back.
    `create table clinic.discount_use (
      code bytea primary key check (length(code) = 32),
      appointment uuid unique references clinic.appointment on delete set null,
      used_at timestamptz not null
    )`,
  ],
};
