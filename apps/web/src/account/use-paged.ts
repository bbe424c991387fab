import { useEffect, useState } from 'react';
import { type Task, useTask } from '../clinic/use-task.ts';
import type { Page } from './server.ts';

/** A list of the server that comes a page at a time. */
export const usePaged = <Item extends { readonly id: string | number }, Next>(
  read: (after: Next | null) => Promise<Page<Item, Next>>,
): {
  /** null until the first page is there. */
  readonly items: readonly Item[] | null;
  readonly task: Task;
  /** Reads the next page; null at the end. */
  readonly more: (() => void) | null;
  /** Changes something, begins anew, and then says so. */
  readonly change: (work: () => Promise<unknown>, done: () => void) => void;
} => {
  const [items, setItems] = useState<readonly Item[] | null>(null);
  const [next, setNext] = useState<Next | null>(null);
  const task = useTask();
  const first = async (): Promise<void> => {
    const page = await read(null);
    setItems(page.items);
    setNext(page.next);
  };
  useEffect(() => task.run(first), []);
  const more = (after: Next): void =>
    task.run(async () => {
      const page = await read(after);
      // What was sent meanwhile may have moved from one page to another.
      const known = new Set((items ?? []).map(({ id }) => id));
      setItems([...(items ?? []), ...page.items.filter(({ id }) => !known.has(id))]);
      setNext(page.next);
    });
  return {
    items,
    task,
    more: next === null ? null : () => more(next),
    change: (work, done) =>
      task.run(async () => {
        await work();
        await first();
        done();
      }),
  };
};
