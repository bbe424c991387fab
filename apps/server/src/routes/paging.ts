import { z } from '@hono/zod-openapi';
import { Refusal } from '../clinic/refusal.ts';

export interface Page {
  /** The last item of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** How a list is asked for, a page at a time, by the ids of its items; `usual` is how many come unless something else is said. */
export const pageQuery = (id: z.ZodType<string> = z.uuid(), usual = 50) =>
  z.object({
    after: id.optional().meta({ description: 'The last item of the page before.' }),
    limit: z.coerce.number().int().min(1).max(Math.max(100, usual)).default(usual),
  });

/** How a log is asked for, the latest first, by the numbers of its entries. */
export const logQuery = z.object({
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const logNext = z.int().nullable().meta({ description: 'Goes into `before`.' });

/** A page of a list. */
export const pageSchema = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'Goes into `after`; null on the last page.' }),
  });

/** What follows `after` in a list that is here as a whole. Refuses with `invalid` where that is not in it. */
export const pageOf = <Item>(
  all: readonly Item[],
  { after, limit }: Page,
  idOf: (item: Item) => string,
): { items: Item[]; next: string | null } => {
  const from = all.findIndex((item) => idOf(item) === after) + 1;
  if (after !== undefined && from === 0)
    throw new Refusal('invalid', { detail: '"after" is not in this list' });
  const items = all.slice(from, from + limit);
  return { items, next: from + limit < all.length ? idOf(items.at(-1)!) : null };
};

/** A page of a log and where it goes on. */
export const logPage = <Item extends { readonly id: number }>(
  found: readonly Item[],
  limit: number,
): { items: Item[]; next: number | null } => {
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? items.at(-1)!.id : null };
};
