import type { Answer, QuestionOf, Questions, Request } from './ask.ts';

interface Scope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
}

export type Answers<Q extends Questions, P> = {
  [K in keyof Q]: (
    ask: Q[K]['ask'],
    onProgress: (progress: P) => void,
  ) => Q[K]['answer'] | Promise<Q[K]['answer']>;
};

/** Answers the page, one question after the other. Runs in a worker. */
export const answerAll = <Q extends Questions, P = never>(answers: Answers<Q, P>): void => {
  const scope = globalThis as unknown as Scope;
  const post = (answer: Answer<unknown, P>): void => scope.postMessage(answer);
  let queue: Promise<void> = Promise.resolve();
  const answerOne = async ({ id, question }: Request<QuestionOf<Q>>): Promise<void> => {
    try {
      const answer = await answers[question.kind](question.ask, (progress) =>
        post({ id, kind: 'progress', progress }),
      );
      post({ id, kind: 'done', answer });
    } catch (error) {
      post({ id, kind: 'failed', message: error instanceof Error ? error.message : `${error}` });
    }
  };
  scope.onmessage = ({ data }) => {
    queue = queue.then(() => answerOne(data as Request<QuestionOf<Q>>));
  };
};
