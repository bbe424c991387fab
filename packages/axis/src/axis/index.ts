export { axisDefinition, axisModel, modulesOf } from './conditions.ts';
export { type EventKind, eventKindNamed, eventKinds } from './event-kinds.ts';
export { type AxisEvent, type Dose, UnusableEvent } from './events.ts';
export type { Step } from './jumps.ts';
export { type Instrument, instruments, measure, ordinalScores, type Rater } from './measure.ts';
export type { Arrow, AxisModule } from './module.ts';
export { drawParameter, drawPerson, drawTriggers, type Noise, noiseOf } from './people.ts';
export { type AxisPerson, type Condition, conditions, type Trigger } from './person.ts';
export { type AxisCourse, type AxisRequest, simulateAxis } from './simulate-axis.ts';
