import type { Migration } from './migration.ts';

/** What is needed to forget in time, and to tell a person who read the report that they attached. */
export const retentionMigration: Migration = {
  id: 8,
  name: 'retention',
  statements: [
    // The day of the last use and no other time, and for how long the person wants an account kept that nobody uses.
    `alter table account.account
      add column used_on date,
      add column keep_months int not null default 24 check (keep_months between 6 and 60)`,
    `update account.account a set used_on = (greatest(a.created_at,
      (select max(p.last_used_at) from account.passkey p where p.account = a.id),
      (select max(s.last_seen_at) from account.session s where s.account = a.id)) at time zone 'UTC')::date`,
    'alter table account.account alter column used_on set not null',
    'create index account_used_on on account.account (used_on)',

    // Kept for three years by the clock of the database, whatever a program says.
    'drop trigger only_added_to on audit.access',
    `create trigger only_added_to before update or truncate on audit.access
      for each statement execute function audit.refuse_change()`,
    `create function audit.refuse_early_deletion() returns trigger language plpgsql as $$
      begin
        if old.at > now() - interval '3 years' then
          raise exception 'the log of accesses is kept for three years' using errcode = 'insufficient_privilege';
        end if;
        return old;
      end
    $$`,
    `create trigger kept_for_years before delete on audit.access
      for each row execute function audit.refuse_early_deletion()`,
    'create index access_at on audit.access (at)',

    // Who read a report that went with an appointment. It goes with the appointment and not before.
    `create table clinic.report_reading (
      id bigint generated always as identity primary key,
      appointment uuid not null references clinic.appointment on delete cascade,
      practitioner text not null,
      at timestamptz not null
    )`,
    'create index report_reading_appointment on clinic.report_reading (appointment, id)',
    `create function clinic.refuse_change_of_readings() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' or exists (select from clinic.appointment where id = old.appointment) then
          raise exception 'the log of readings is only added to' using errcode = 'insufficient_privilege';
        end if;
        return old;
      end
    $$`,
    `create trigger only_added_to before update or delete on clinic.report_reading
      for each row execute function clinic.refuse_change_of_readings()`,
  ],
};
