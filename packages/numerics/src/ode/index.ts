export { type EliminationStep, lostDigits, mostGrowth, planElimination } from './factor.ts';
export type {
  Change,
  InitialValueProblem,
  Jump,
  Root,
  Solution,
  SolutionStatus,
} from './problem.ts';
export { createStiffSolver, type StiffMethod, type StiffSolver } from './solver.ts';
export type { Derivative, EliminationCode, OdeSystem } from './system.ts';
export { type StiffTestProblem, stiffTestProblems } from './test-problems.ts';
