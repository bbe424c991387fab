import type { Migration } from './migration.ts';

/** Sees the newsletter and nothing else; the server takes it on for whatever it does there. */
export const newsletterRole = 'zonula_newsletter';

export const newsletterMigration: Migration = {
  id: 5,
  name: 'newsletter',
  statements: [
    // Roles belong to the whole PostgreSQL, which other databases share.
    `do $$ begin
      if not exists (select from pg_roles where rolname = '${newsletterRole}') then
        begin
          create role ${newsletterRole} nologin;
        exception when duplicate_object or unique_violation then null;
        end;
      end if;
      if not pg_has_role(current_user, '${newsletterRole}', 'member') then
        execute format('grant ${newsletterRole} to %I', current_user);
      end if;
    end $$`,
    'create schema newsletter',
    // Whoever asked and has not confirmed is forgotten soon; whoever leaves at once.
    `create table newsletter.subscriber (
      id uuid primary key,
      email text not null unique check (email = lower(email)),
      language text not null check (language in ('en', 'de')),
      wording text not null,
      asked_at timestamptz not null,
      confirmed_at timestamptz
    )`,
    // The proof stays: to which words somebody agreed, when, and when they left. Whose it is is a keyed digest.
    `create table newsletter.consent (
      id bigint generated always as identity primary key,
      address bytea not null check (length(address) = 32),
      step text not null check (step in ('asked', 'confirmed', 'left')),
      wording text not null,
      at timestamptz not null
    )`,
    'create index consent_address on newsletter.consent (address)',
    `create table newsletter.issue (
      id uuid primary key,
      key text not null unique,
      content jsonb not null,
      created_at timestamptz not null
    )`,
    `create table newsletter.outbox (
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
    `create index outbox_due on newsletter.outbox (due_at)
      where sent_at is null and failed_at is null`,
    `grant usage on schema newsletter to ${newsletterRole}`,
    `grant select, insert, update, delete on all tables in schema newsletter to ${newsletterRole}`,
  ],
};
