import type { Migration } from './migration.ts';

/** Many pushes in one transaction: it costs little more than one. */
export const relayRoundsMigration: Migration = {
  id: 6,
  name: 'relay-rounds',
  statements: [
    // In the order in which they are given, which the caller keeps by owner, so that nobody waits in a circle.
    `create function relay.append_each(requests json, most bigint, today date)
    returns table (number int, outcome text) language plpgsql as $$
    declare
      one record;
    begin
      for one in select * from json_to_recordset(requests)
        as asked (number int, owner text, key text, first bigint, epoch int, texts text)
      loop
        number := one.number;
        outcome := relay.append(one.owner, one.key, one.first, one.epoch, one.texts, most, today);
        return next;
      end loop;
    end $$`,
  ],
};
