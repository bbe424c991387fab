import { dotRows } from '../dot.ts';
import { whitenCandidate } from '../filter.ts';
import type { Problem } from '../model.ts';
import type { InnerLoops } from './inner-loops.ts';

/** In JavaScript alone. */
export const createPlainLoops = (problem: Problem): InnerLoops => {
  const { pushes, covariates } = problem;
  const count = problem.recorded.length;
  const products = new Float64Array(2);
  return {
    array: (length) => new Float64Array(length),
    dotRows,
    preparing: (basis) => {
      const { gains, outcome, factor, capacity } = basis;
      return (a, b, carryA, carryB, room, first) => {
        const { columns, solved } = room;
        for (let c = first; c <= first + 1; c++) {
          const push = c === first ? a : b;
          const carry = c === first ? carryA : carryB;
          whitenCandidate(
            problem,
            gains,
            pushes,
            push,
            columns,
            c * count,
            carry,
            outcome,
            products,
          );
          let own = products[0];
          let withOutcome = products[1];
          const at = c * covariates;
          dotRows(columns, c * count, basis.columns, 0, covariates, count, solved, at);
          for (let k = 0; k < covariates; k++) {
            let sum = solved[at + k];
            for (let l = 0; l < k; l++) sum -= factor[k * capacity + l] * solved[at + l];
            sum /= factor[k * capacity + k];
            solved[at + k] = sum;
            own -= sum * sum;
            withOutcome -= sum * basis.solved[k];
          }
          room.self[c] = own;
          room.cross[c] = withOutcome;
        }
      };
    },
  };
};
