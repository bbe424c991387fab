import { psoriasisModel as model, settingsOf } from '@zonula/axis';
import { createStiffSolver, type Solution } from '@zonula/numerics';

/** 735 days of the psoriasis model: a week of stimulus, then two years. */
export const days = 735;
const { initial, parameters } = settingsOf(model, [['dc_stim', 6000]]);
const stimulus = model.parameterNames.indexOf('dc_stim');
const jumps = [
  {
    time: 7,
    change: (_t: number, _y: Float64Array, p: Float64Array) => {
      p[stimulus] = 0;
    },
  },
];
const daily = Float64Array.from({ length: days }, (_, day) => day + 1);
const solver = createStiffSolver(model.system);

export const solvePsoriasis = (
  relativeTolerance: number,
  absoluteTolerance: number,
  withDays: boolean,
): Solution =>
  solver.solve({
    start: 0,
    end: days,
    initial,
    parameters,
    relativeTolerance,
    absoluteTolerance,
    jumps,
    ...(withDays ? { outputTimes: daily } : {}),
  });
