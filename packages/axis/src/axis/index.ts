export { type ClassAct, classActs } from './class-acts.ts';
export { arrowsOf, axisDefinition, axisDefinitions, modulesOf } from './definitions.ts';
export { drawLife } from './draw-life.ts';
export { type EventKind, eventKindNamed, eventKinds } from './event-kinds.ts';
export { type AxisEvent, type Dose, UnusableEvent } from './events.ts';
export type { Step } from './jumps.ts';
export { junctionShare } from './junction-share.ts';
export {
  type Instrument,
  instruments,
  type Lapses,
  loggedDays,
  measure,
  ordinalScores,
  type Rater,
} from './measure.ts';
export { axisModel, axisModels } from './models.ts';
export type { Arrow, AxisModule } from './module.ts';
export { drawParameter, drawPerson, drawTriggers, type Noise, noiseOf } from './people.ts';
export { type AxisCourse, type AxisRequest, simulateAxis } from './simulate-axis.ts';
export { type Site, settingsOfSite, sites } from './sites.ts';
export { readRatio, type SugarTest, sugarTest, sugarTestTimes } from './sugar-test.ts';
