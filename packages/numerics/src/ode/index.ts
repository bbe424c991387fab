export type {
  Change,
  InitialValueProblem,
  Jump,
  Root,
  Solution,
  SolutionStatus,
} from './problem.ts';
export { createStiffSolver, type StiffSolver } from './solver.ts';
export type { Derivative, OdeSystem } from './system.ts';
export { type StiffTestProblem, stiffTestProblems } from './test-problems.ts';
