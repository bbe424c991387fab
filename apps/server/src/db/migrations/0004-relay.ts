import type { Migration } from './migration.ts';

export const relayMigration: Migration = {
  id: 4,
  name: 'relay',
  statements: [
    'create schema relay',
    // One log an owner; all that is known of it but for sealed bytes. The day of the last use, and no other time.
    `create table relay.log (
      owner text primary key check (owner ~ '^[0-9a-f]{32}$'),
      head bigint not null,
      base bigint not null default 0 check (base <= head),
      epoch int not null default 1,
      size bigint not null default 0 check (size >= 0),
      membership jsonb not null,
      manifest bytea,
      parts int not null default 0,
      used_on date not null
    )`,
    'create index log_used_on on relay.log (used_on)',
    `create table relay.key (
      owner text not null references relay.log on delete cascade,
      id text not null check (id ~ '^[0-9a-f]{32}$'),
      kind text not null check (kind in ('device', 'recovery', 'invite')),
      ended boolean not null default false,
      last_seq bigint not null default 0,
      expires_at timestamptz,
      primary key (owner, id)
    )`,
    `create unique index key_that_finds on relay.key (id) where kind in ('recovery', 'invite')`,
    `create table relay.row (
      owner text not null references relay.log on delete cascade,
      seq bigint not null,
      device text,
      device_seq bigint,
      size int not null,
      bytes bytea not null,
      primary key (owner, seq),
      unique (owner, device, device_seq),
      check ((device is null) = (device_seq is null))
    )`,
    // Sealed bytes do not shrink.
    'alter table relay.row alter column bytes set storage external',
    `create table relay.part (
      owner text not null references relay.log on delete cascade,
      base bigint not null,
      device text not null,
      part int not null,
      bytes bytea not null,
      primary key (owner, base, device, part)
    )`,
    'alter table relay.part alter column bytes set storage external',
    // All of a push in one round: the log is locked, so that rows get their numbers one after the other.
    `create function relay.append(
      of_owner text, of_key text, first bigint, of_epoch int, texts text, most bigint, today date
    ) returns text language plpgsql as $$
    declare
      present relay.log;
      sender relay.key;
      sent bytea[];
      known int := 0;
      total bigint;
    begin
      select * into present from relay.log where owner = of_owner for update;
      if not found then return 'log-unknown'; end if;
      select * into sender from relay.key where owner = of_owner and id = of_key and kind = 'device';
      if not found then return 'log-unknown'; end if;
      if sender.ended then return 'device-removed'; end if;
      select array_agg(decode(text, 'base64') order by number) into sent
        from unnest(string_to_array(texts, ',')) with ordinality as one (text, number);
      if first <= sender.last_seq then
        select count(*) into known from relay.row
          where owner = of_owner and relay.row.device = of_key and device_seq >= first
            and device_seq < first + cardinality(sent) and bytes = sent[(device_seq - first + 1)::int];
        if known <> least(sender.last_seq - first + 1, cardinality(sent)) then return 'log-behind'; end if;
      elsif first > sender.last_seq + 1 then
        return 'log-behind';
      end if;
      if known = cardinality(sent) then return 'ok'; end if;
      if of_epoch <> present.epoch then return 'log-behind'; end if;
      select sum(length(bytes)) into total from unnest(sent[known + 1:]) as one (bytes);
      if present.size + total > most then return 'log-full'; end if;
      insert into relay.row (owner, seq, device, device_seq, size, bytes)
        select of_owner, present.head + number, of_key, first + known + number - 1, length(one.bytes), one.bytes
        from unnest(sent[known + 1:]) with ordinality as one (bytes, number);
      update relay.key set last_seq = first + cardinality(sent) - 1 where owner = of_owner and id = of_key;
      update relay.log set head = head + cardinality(sent) - known, size = size + total, used_on = today
        where owner = of_owner;
      return 'ok';
    end $$`,
  ],
};
