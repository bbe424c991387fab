import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { Refused } from '../../api/ask.ts';
import type { Task } from '../use-task.ts';
import { type Catalogue, readCatalogue, writeCatalogue } from './server.ts';

/** What one form edits of all that is offered. */
export interface Part<Value> {
  /** null where it is not there. */
  readonly read: (catalogue: Catalogue) => Value | null;
  /** null takes it out. */
  readonly write: (catalogue: Catalogue, value: Value | null) => Catalogue;
}

/** Somebody else changed the same part: what it is now. */
export interface Theirs<Value> {
  readonly value: Value | null;
}

interface Offered {
  readonly catalogue: Catalogue;
  readonly version: number;
}

export interface Desk {
  /** Who sits here. */
  readonly account: string;
  readonly catalogue: Catalogue;
  readonly version: number;
  readonly reload: () => Promise<void>;
  /**
   * Saves one part. What others changed elsewhere stays; where they changed this part itself since `known`, nothing is
   * saved and theirs comes back. null when it was saved.
   */
  readonly save: <Value>(
    part: Part<Value>,
    known: Value | null,
    value: Value | null,
  ) => Promise<Theirs<Value> | null>;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const mostTries = 5;

const DeskContext = createContext<Desk | null>(null);

export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('outside of the desk');
  return desk;
};

/** Reads what is offered, and keeps it for all that is shown within. */
export const WithCatalogue = ({
  account,
  task: { run },
  waiting,
  children,
}: {
  readonly account: string;
  readonly task: Task;
  /** Shown until it is read. */
  readonly waiting: ReactNode;
  readonly children: ReactNode;
}) => {
  const [shown, setShown] = useState<Offered | null>(null);
  const latest = useRef<Offered | null>(null);
  const put = (offered: Offered): void => {
    latest.current = offered;
    setShown(offered);
  };
  const reload = async (): Promise<void> => put(await readCatalogue());
  useEffect(() => run(reload), []);
  if (shown === null) return waiting;
  const save: Desk['save'] = async (part, known, value) => {
    for (let tries = 1; ; tries++) {
      const { catalogue, version } = latest.current!;
      const now = part.read(catalogue);
      if (!same(now, known)) return { value: now };
      try {
        await writeCatalogue(part.write(catalogue, value), version);
        // As the server has it: it fills in what is usual.
        await reload();
        return null;
      } catch (failure) {
        const isBehind = failure instanceof Refused && failure.code === 'changed-meanwhile';
        if (!isBehind || tries === mostTries) throw failure;
        await reload();
      }
    }
  };
  return <DeskContext value={{ ...shown, account, reload, save }}>{children}</DeskContext>;
};
