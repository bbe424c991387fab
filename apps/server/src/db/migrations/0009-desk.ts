import type { Migration } from './migration.ts';

export const deskMigration: Migration = {
  id: 9,
  name: 'desk',
  statements: [
    `alter table clinic.appointment
      add column missed boolean not null default false,
      add constraint missed_was_confirmed check (not missed or status = 'confirmed')`,
    'create index appointment_starts_at on clinic.appointment (starts_at, id)',

    // What was offered from when on; the newest version is what is offered.
    `create table clinic.catalogue_version (
      version int primary key,
      at timestamptz not null,
      account uuid references account.account on delete set null,
      source text not null check (source in ('file', 'desk')),
      changes jsonb not null,
      document jsonb not null
    )`,
    'create index catalogue_version_account on clinic.catalogue_version (account)',
    // What was done at the desk. Whoever did it may be erased; what was done to an appointment goes with it.
    `create table clinic.desk_action (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      account uuid references account.account on delete set null,
      action text not null,
      appointment uuid references clinic.appointment on delete cascade,
      version int references clinic.catalogue_version,
      key uuid references clinic.program_key
    )`,
    'create index desk_action_account on clinic.desk_action (account)',
    'create index desk_action_appointment on clinic.desk_action (appointment)',
  ],
};
