import { type Chain, startChain } from '@zonula/discovery';
import { answerAll } from '../answer.ts';
import type { ChainQuestions } from './questions.ts';

let chain: Chain | null = null;
/** Rounds between two words about them. */
const told = 16;

answerAll<ChainQuestions, number>({
  wake: () => null,
  start: (task) => {
    chain = startChain(task);
    return null;
  },
  run: ({ rounds, again }, onRound) => {
    if (chain === null) throw new Error('no chain was started');
    if (again !== null) chain.forget(again);
    chain.run(rounds, (round) => {
      if (round % told === 0 || round === rounds) onRound(round);
    });
    return chain.result();
  },
});
