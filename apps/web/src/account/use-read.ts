import { useEffect, useState } from 'react';
import { type Task, useTask } from '../clinic/use-task.ts';

/** Something of the server that is shown and changed: read at first, and anew after each change. */
export const useRead = <Content>(
  read: () => Promise<Content>,
): {
  readonly content: Content | null;
  readonly task: Task;
  /** Changes something, reads anew, and then says so. */
  readonly change: (work: () => Promise<unknown>, done?: () => void) => void;
} => {
  const [content, setContent] = useState<Content | null>(null);
  const task = useTask();
  const look = async (): Promise<void> => setContent(await read());
  useEffect(() => task.run(look), []);
  return {
    content,
    task,
    change: (work, done) =>
      task.run(async () => {
        await work();
        await look();
        done?.();
      }),
  };
};
