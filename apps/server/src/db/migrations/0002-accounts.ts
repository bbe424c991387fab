import type { Migration } from './migration.ts';

const owned = 'account uuid not null references account.account on delete cascade';

export const accountsMigration: Migration = {
  id: 2,
  name: 'accounts',
  statements: [
    'create schema account',
    // Pseudonymous: no name, no address. The key hides in the log of accesses whose they are; erased with the account.
    `create table account.account (
      id uuid primary key,
      audit_key bytea not null check (length(audit_key) = 32),
      created_at timestamptz not null
    )`,
    `create table account.role (
      ${owned},
      role text not null check (role in ('clinician', 'clinic-admin', 'researcher')),
      practitioner text unique references clinic.practitioner,
      granted_at timestamptz not null,
      primary key (account, role),
      check ((role = 'clinician') = (practitioner is not null))
    )`,
    `create table account.passkey (
      id text primary key,
      ${owned},
      public_key bytea not null,
      counter bigint not null,
      transports jsonb not null,
      name text not null,
      backed_up boolean not null,
      created_at timestamptz not null,
      last_used_at timestamptz
    )`,
    'create index passkey_account on account.passkey (account)',
    `create table account.recovery_code (
      digest bytea primary key check (length(digest) = 32),
      ${owned},
      used_at timestamptz
    )`,
    'create index recovery_code_account on account.recovery_code (account)',
    `create table account.session (
      id uuid primary key,
      digest bytea not null unique check (length(digest) = 32),
      ${owned},
      method text not null check (method in ('passkey', 'recovery-code')),
      signed_in_at timestamptz not null,
      last_seen_at timestamptz not null,
      idle_until timestamptz not null,
      expires_at timestamptz not null check (expires_at >= idle_until)
    )`,
    'create index session_account on account.session (account)',
    'create index session_idle_until on account.session (idle_until)',
    // What an authenticator was asked to sign. Of a new account only the id is known yet.
    `create table account.ceremony (
      id uuid primary key,
      kind text not null check (kind in ('register', 'add', 'sign-in')),
      account uuid,
      challenge text not null,
      expires_at timestamptz not null,
      check ((kind = 'sign-in') = (account is null))
    )`,
    'create index ceremony_expires_at on account.ceremony (expires_at)',

    // When a caller's allowance will be whole again (GCRA); the key is a keyed digest of who calls for what.
    `create table zonula.rate (
      key bytea primary key,
      full_at timestamptz not null
    )`,
    'create index rate_full_at on zonula.rate (full_at)',

    'create schema audit',
    `create table audit.access (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      subject bytea not null,
      actor bytea,
      role text not null check (role in ('person', 'clinician', 'clinic-admin', 'researcher', 'operator')),
      action text not null,
      object bytea
    )`,
    'create index access_subject on audit.access (subject, id)',
    `create function audit.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the log of accesses is only added to' using errcode = 'insufficient_privilege';
      end
    $$`,
    `create trigger only_added_to before update or delete or truncate on audit.access
      for each statement execute function audit.refuse_change()`,

    'create schema sharing',
    `create table sharing.clinician_key (
      id uuid primary key,
      ${owned},
      public_key bytea not null unique check (length(public_key) = 65),
      created_at timestamptz not null,
      retired_at timestamptz
    )`,
    `create unique index clinician_key_current on sharing.clinician_key (account)
      where (retired_at is null)`,
    `create table sharing.share (
      id uuid primary key,
      person uuid not null references account.account on delete cascade,
      clinician uuid not null references account.account on delete cascade,
      clinician_key uuid not null references sharing.clinician_key on delete cascade,
      kind text not null check (kind in ('report', 'live')),
      sender_key bytea not null check (length(sender_key) = 65),
      version int not null check (version >= 1),
      sealed bytea,
      sealed_at timestamptz not null,
      created_at timestamptz not null,
      expires_at timestamptz not null check (expires_at > created_at),
      revoked_at timestamptz,
      check (revoked_at is null or sealed is null)
    )`,
    'create index share_person on sharing.share (person)',
    'create index share_clinician on sharing.share (clinician)',
    'create index share_clinician_key on sharing.share (clinician_key)',
    'create index share_expires_at on sharing.share (expires_at) where (sealed is not null)',
  ],
};
