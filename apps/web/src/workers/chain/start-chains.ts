import { type ChainTask, type DistantChain, startChain } from '@zonula/discovery';
import { createAsked } from '../ask.ts';
import workerUrl from './chain.worker.ts?worker&url';
import type { ChainQuestions } from './questions.ts';

const here = (task: ChainTask): DistantChain => {
  const chain = startChain(task);
  return {
    run: async (rounds, again, onRound) => {
      // The others get their word first: this one leaves no time for it.
      await null;
      if (again !== null) chain.forget(again);
      chain.run(rounds, onRound);
      return chain.result();
    },
    end: () => undefined,
  };
};

export interface Chains {
  /** Every other chain runs in a worker of its own. */
  readonly start: (task: ChainTask) => DistantChain;
}

/**
 * How a worker runs the two chains of an analysis at the same time: one itself, one in a worker that belongs to it and is woken beforehand.
 * Where a worker cannot have one, or the device has one core, both run here, one after the other.
 */
export const wakeChains = async (): Promise<Chains> => {
  if (typeof Worker === 'undefined' || navigator.hardwareConcurrency === 1) return { start: here };
  const other = createAsked<ChainQuestions, number>(workerUrl);
  try {
    await other.ask('wake', null);
  } catch {
    other.stop();
    return { start: here };
  }
  const there = (task: ChainTask): DistantChain => {
    const started = other.ask('start', task);
    return {
      run: async (rounds, again, onRound) => {
        const [ran] = await Promise.all([other.ask('run', { rounds, again }, onRound), started]);
        return ran;
      },
      end: () => undefined,
    };
  };
  return { start: (task) => (task.labels.at(-1) === 1 ? here(task) : there(task)) };
};
