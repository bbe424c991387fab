import type { Migration } from './migration.ts';

export const clinicMigration: Migration = {
  id: 1,
  name: 'clinic',
  statements: [
    'create extension if not exists btree_gist',

    `create table zonula.secret (
      name text primary key,
      value bytea not null check (length(value) >= 32)
    )`,
    `create table zonula.idempotency (
      operation text not null,
      key text not null,
      fingerprint text not null,
      result json,
      created_at timestamptz not null,
      primary key (operation, key)
    )`,
    'create index idempotency_created_at on zonula.idempotency (created_at)',

    'create schema clinic',
    // What the clinic offers, as documents whose schemas are those of the package clinic.
    `create table clinic.clinic (
      one boolean primary key default true check (one),
      document jsonb not null
    )`,
    ...['room', 'practitioner', 'treatment'].map(
      (name) => `create table clinic.${name} (
        id text primary key,
        position int not null,
        active boolean not null,
        document jsonb not null
      )`,
    ),

    `create table clinic.client (
      id uuid primary key,
      email text not null unique check (email = lower(email)),
      created_at timestamptz not null
    )`,
    `create table clinic.appointment (
      id uuid primary key,
      treatment text not null references clinic.treatment,
      practitioner text not null references clinic.practitioner,
      room text not null references clinic.room,
      client uuid not null references clinic.client,
      client_name text not null,
      client_phone text,
      status text not null check (status in ('held', 'confirmed', 'cancelled', 'expired')),
      starts_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > starts_at),
      occupied_from timestamptz not null check (occupied_from <= starts_at),
      occupied_until timestamptz not null check (occupied_until >= ends_at),
      zone text not null,
      local_start text not null,
      expires_at timestamptz,
      sequence int not null default 0,
      price int not null,
      deposit int not null,
      deposit_kept int not null default 0 check (deposit_kept between 0 and deposit),
      currency text not null,
      cancellation jsonb not null,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      check ((status = 'held') = (expires_at is not null)),
      constraint practitioner_once exclude using gist (
        practitioner with =, tstzrange(occupied_from, occupied_until, '[)') with &&
      ) where (status in ('held', 'confirmed')),
      constraint room_once exclude using gist (
        room with =, tstzrange(occupied_from, occupied_until, '[)') with &&
      ) where (status in ('held', 'confirmed')),
      constraint client_once exclude using gist (
        client with =, tstzrange(starts_at, ends_at, '[)') with &&
      ) where (status in ('held', 'confirmed'))
    )`,
    `create index appointment_taken on clinic.appointment
      using gist (tstzrange(occupied_from, occupied_until, '[)'))
      where (status in ('held', 'confirmed'))`,
    `create index appointment_expires_at on clinic.appointment (expires_at)
      where (status = 'held')`,
    'create index appointment_client on clinic.appointment (client)',

    `create table clinic.appointment_event (
      id bigint generated always as identity primary key,
      appointment uuid not null references clinic.appointment,
      kind text not null check (kind in ('held', 'confirmed', 'moved', 'cancelled', 'expired')),
      sequence int not null,
      at timestamptz not null
    )`,
    'create index appointment_event_appointment on clinic.appointment_event (appointment)',
    `create table clinic.link (
      id uuid primary key,
      appointment uuid not null references clinic.appointment,
      purpose text not null check (purpose in ('confirm', 'move', 'cancel')),
      expires_at timestamptz not null,
      used_at timestamptz
    )`,
    'create index link_appointment on clinic.link (appointment)',
  ],
};
