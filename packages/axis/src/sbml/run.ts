import { type Run, type RunRequest, runModel } from '../run.ts';
import { settingsOf } from '../settings.ts';
import { eventsOf } from './events.ts';
import type { SbmlModel } from './read.ts';

/** Runs a model that was read from SBML, with its events. Throws as runModel, and UnsupportedSbml. */
export const runSbml = (sbml: SbmlModel, request: RunRequest): Run => {
  const { parameters } = settingsOf(sbml.model, request.set ?? []);
  const { jumps, roots } = eventsOf(sbml, parameters);
  return runModel(sbml.model, {
    ...request,
    jumps: [...jumps, ...(request.jumps ?? [])],
    roots: [...roots, ...(request.roots ?? [])],
  });
};
