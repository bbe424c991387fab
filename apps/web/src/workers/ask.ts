import { createWorker } from '../browser.ts';

/**
 * Messages between the page and a worker: a request carries a number, and its answers carry the same one. `progress` may come several times,
 * `done` or `failed` once.
 */
export interface Request<Q> {
  readonly id: number;
  readonly question: Q;
}
export type Answer<A, P> =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: P }
  | { readonly id: number; readonly kind: 'done'; readonly answer: A }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };

/** What a worker can be asked: each kind of question with its answer. */
export type Questions = Readonly<
  Record<string, { readonly ask: unknown; readonly answer: unknown }>
>;
export type QuestionOf<Q extends Questions> = {
  [K in keyof Q]: { readonly kind: K; readonly ask: Q[K]['ask'] };
}[keyof Q];

export interface AskedWorker<Q extends Questions, P> {
  ask<K extends keyof Q>(
    kind: K,
    ask: Q[K]['ask'],
    onProgress?: (progress: P) => void,
  ): Promise<Q[K]['answer']>;
  /** Stops whatever it does; questions without an answer are rejected with `Stopped`. */
  stop(): void;
}

export class Stopped extends Error {
  override readonly name = 'Stopped';
}

interface Waiting<P> {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: P) => void) | undefined;
}

/** A worker that starts with the first question. */
export const createAsked = <Q extends Questions, P = never>(url: string): AskedWorker<Q, P> => {
  let worker: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, Waiting<P>>();
  const end = (error: Error): void => {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = createWorker(url);
    started.onmessage = ({ data }: MessageEvent<Answer<unknown, P>>) => {
      const asker = waiting.get(data.id);
      if (asker === undefined) return;
      if (data.kind === 'progress') {
        asker.onProgress?.(data.progress);
        return;
      }
      waiting.delete(data.id);
      if (data.kind === 'done') asker.resolve(data.answer);
      else asker.reject(new Error(data.message));
    };
    started.onerror = ({ message }) => end(new Error(message || 'the worker did not start'));
    return started;
  };
  return {
    ask: (kind, ask, onProgress) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject, onProgress });
        worker ??= start();
        worker.postMessage({ id, question: { kind, ask } });
      }),
    stop: () => end(new Stopped('stopped')),
  };
};
