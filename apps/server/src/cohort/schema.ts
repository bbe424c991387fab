import type { Migration } from '../db/migrations/migration.ts';

/** Of the person comes first in every key: Citus can then keep all of one person on one machine (docs/scaling.md). */
const ofResult = 'foreign key (person, run) references cohort.result on delete cascade';

export const cohortMigrations: readonly Migration[] = [
  {
    id: 1,
    name: 'cohort',
    statements: [
      // Small and the same on every machine: one row for each question that was asked of everybody.
      `create table cohort.run (
        id text primary key,
        purpose text not null,
        question jsonb not null,
        started_at timestamptz not null,
        finished_at timestamptz
      )`,
      `create table cohort.consent (
        person text not null,
        purpose text not null,
        wording text not null,
        given date,
        withdrawn date,
        primary key (person, purpose, wording)
      )`,
      // The input is the digest of all that a person gave: what is computed from another input is out of date.
      `create table cohort.person (
        person text primary key,
        input text not null
      )`,
      `create table cohort.diary (
        person text primary key references cohort.person on delete cascade,
        sha256 text not null,
        content bytea not null
      )`,
      `create table cohort.trial (
        person text not null references cohort.person on delete cascade,
        id text not null,
        document jsonb not null,
        primary key (person, id)
      )`,
      `create table cohort.result (
        person text not null references cohort.person on delete cascade,
        run text not null references cohort.run,
        input text not null,
        version text not null,
        seed bigint not null,
        outcome text,
        days int not null,
        reasons text[] not null,
        seconds double precision not null,
        primary key (person, run)
      )`,
      `create table cohort.summary (
        person text not null,
        run text not null,
        outcome text not null,
        exposure text not null,
        measure text not null,
        days_with int not null,
        days_without int not null,
        estimate double precision,
        error double precision,
        log_height double precision,
        delay double precision,
        delay_error double precision,
        primary key (person, run, outcome, exposure, measure),
        ${ofResult}
      )`,
      `create table cohort.contrast (
        person text not null,
        run text not null,
        outcome text not null,
        exposure text not null,
        days int not null,
        days_with int not null,
        mean_exposure double precision not null,
        mean_outcome double precision not null,
        exposure_squares double precision not null,
        products double precision not null,
        outcome_squares double precision not null,
        outcome_with double precision not null,
        primary key (person, run, outcome, exposure),
        ${ofResult}
      )`,
      // What the others make of a person's own data: for that person alone.
      `create table cohort.personal (
        person text not null,
        run text not null,
        outcome text not null,
        exposure text not null,
        measure text not null,
        probability double precision not null,
        effect double precision not null,
        effect_sd double precision not null,
        worthwhile_probability double precision not null,
        primary key (person, run, outcome, exposure, measure),
        ${ofResult}
      )`,
    ],
  },
];
