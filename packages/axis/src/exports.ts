export { compileModel } from './compile.ts';
export { type AxisDocument, evenTimes, toCsv, toDocument } from './document.ts';
export { drawSettings } from './draw.ts';
export { UnknownName } from './expression/evaluate.ts';
export type { Expression } from './expression/expression.ts';
export { parseFormula, UnreadableFormula } from './expression/parse.ts';
export {
  type CompiledModel,
  createModel,
  type Model,
  type ModelDefinition,
  type Observable,
  type Parameter,
  type ParameterChange,
  type Prior,
  type State,
  type Tag,
} from './model.ts';
export {
  cryptModel,
  eczemaModel,
  inflammationModel,
  models,
  psoriasisModel,
  transitModel,
} from './models/models.ts';
export {
  courseOf,
  endOf,
  jumpsOf,
  type Run,
  type RunRequest,
  runModel,
  UnsolvableRun,
} from './run.ts';
export { readSbml, type SbmlEvent, type SbmlModel } from './sbml/read.ts';
export { runSbml } from './sbml/run.ts';
export { UnsupportedSbml } from './sbml/unsupported.ts';
export { writeSbml } from './sbml/write.ts';
export { type Setting, settingsOf, UnusableSetting } from './settings.ts';
export { findThreshold } from './threshold.ts';
