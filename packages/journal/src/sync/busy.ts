import { SyncFailure } from './failure.ts';

/** Tries before it is given up. */
export const mostAttempts = 6;

/** Whether the relay's word `busy` can be got over by looking again. */
export const isBusy = (error: unknown): boolean =>
  error instanceof SyncFailure && error.code === 'busy';

/** Does the work anew as long as somebody else was faster. */
export const again = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++)
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || attempt === mostAttempts) throw error;
    }
};
