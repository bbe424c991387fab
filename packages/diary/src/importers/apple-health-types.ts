// Apple Health's types and what they become. Data, not code. Names without their prefix
// (`HKCategoryTypeIdentifier`, `HKQuantityTypeIdentifier`); values as in Apple's HealthKit headers.
import type { Category } from '../category.ts';
import { appleNutrients } from './nutrients.ts';

export type Rule =
  /** A symptom rated absent, mild, moderate or severe. */
  | { readonly kind: 'severity'; readonly category: Category; readonly name: string }
  /** A symptom that is present or not. */
  | { readonly kind: 'presence'; readonly category: Category; readonly name: string }
  | { readonly kind: 'appetite' | 'sleep' | 'flow' | 'spotting' | 'ovulation' | 'temperature' }
  /** Added up per day. `devices`: iPhone and watch count the same thing, the larger total stands. */
  | {
      readonly kind: 'total';
      readonly name: string;
      readonly unit: string;
      readonly devices: boolean;
    }
  /** Minutes between start and end, added up per day. */
  | { readonly kind: 'duration'; readonly name: string }
  | { readonly kind: 'count'; readonly name: string }
  /** The largest value of a day. */
  | { readonly kind: 'maximum'; readonly category: Category; readonly name: string };

const severities: Readonly<Partial<Record<Category, string>>> = {
  skin: 'Acne:Acne,DrySkin:Dry skin',
  gut:
    'AbdominalCramps:Abdominal cramps,Bloating:Bloating,Constipation:Constipation,Diarrhea:Diarrhea,' +
    'Heartburn:Heartburn,Nausea:Nausea,Vomiting:Vomiting',
  symptom:
    'BladderIncontinence:Bladder incontinence,BreastPain:Breast pain,ChestTightnessOrPain:Chest tightness or pain,' +
    'Chills:Chills,Coughing:Coughing,Dizziness:Dizziness,Fainting:Fainting,Fatigue:Fatigue,Fever:Fever,' +
    'GeneralizedBodyAche:Generalized body ache,HairLoss:Hair loss,Headache:Headache,HotFlashes:Hot flashes,' +
    'LossOfSmell:Loss of smell,LossOfTaste:Loss of taste,LowerBackPain:Lower back pain,MemoryLapse:Memory lapse,' +
    'NightSweats:Night sweats,PelvicPain:Pelvic pain,' +
    'RapidPoundingOrFlutteringHeartbeat:Rapid pounding or fluttering heartbeat,RunnyNose:Runny nose,' +
    'ShortnessOfBreath:Shortness of breath,SinusCongestion:Sinus congestion,SkippedHeartbeat:Skipped heartbeat,' +
    'SoreThroat:Sore throat,VaginalDryness:Vaginal dryness,Wheezing:Wheezing',
};

const severityRules = Object.entries(severities).flatMap(([category, list]) =>
  list.split(',').map((pair): [string, Rule] => {
    const [type, name] = pair.split(':') as [string, string];
    return [
      `HKCategoryTypeIdentifier${type}`,
      { kind: 'severity', category: category as Category, name },
    ];
  }),
);

const nutrientRules = [...appleNutrients].map(([type, { name, unit }]): [string, Rule] => [
  `HKQuantityTypeIdentifier${type}`,
  { kind: 'total', name, unit, devices: false },
]);

const total = (name: string, unit: string, devices: boolean): Rule => ({
  kind: 'total',
  name,
  unit,
  devices,
});

export const appleRules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...severityRules,
  ...nutrientRules,
  [
    'HKCategoryTypeIdentifierMoodChanges',
    { kind: 'presence', category: 'mood', name: 'Mood changes' },
  ],
  [
    'HKCategoryTypeIdentifierSleepChanges',
    { kind: 'presence', category: 'sleep', name: 'Sleep changes' },
  ],
  ['HKCategoryTypeIdentifierAppetiteChanges', { kind: 'appetite' }],
  ['HKCategoryTypeIdentifierSleepAnalysis', { kind: 'sleep' }],
  ['HKCategoryTypeIdentifierMenstrualFlow', { kind: 'flow' }],
  ['HKCategoryTypeIdentifierIntermenstrualBleeding', { kind: 'spotting' }],
  ['HKCategoryTypeIdentifierOvulationTestResult', { kind: 'ovulation' }],
  ['HKQuantityTypeIdentifierBasalBodyTemperature', { kind: 'temperature' }],
  ['HKCategoryTypeIdentifierMindfulSession', { kind: 'duration', name: 'Mindful minutes' }],
  ['HKCategoryTypeIdentifierHandwashingEvent', { kind: 'count', name: 'Handwashing' }],
  ['HKQuantityTypeIdentifierNumberOfAlcoholicBeverages', total('Alcoholic drinks', 'count', false)],
  ['HKQuantityTypeIdentifierStepCount', total('Steps', 'count', true)],
  ['HKQuantityTypeIdentifierAppleExerciseTime', total('Exercise', 'min', true)],
  ['HKQuantityTypeIdentifierTimeInDaylight', total('Time in daylight', 'min', true)],
  [
    'HKQuantityTypeIdentifierUVExposure',
    { kind: 'maximum', category: 'weather', name: 'UV index' },
  ],
]);

/** Old exports write the number of a value instead of its name. */
export const severityValues: ReadonlyMap<string, number | null> = new Map([
  ['HKCategoryValueSeverityUnspecified', null],
  ['HKCategoryValueSeverityNotPresent', 0],
  ['HKCategoryValueSeverityMild', 1],
  ['HKCategoryValueSeverityModerate', 2],
  ['HKCategoryValueSeveritySevere', 3],
  ['0', null],
  ['1', 0],
  ['2', 1],
  ['3', 2],
  ['4', 3],
]);

export const presenceValues: ReadonlyMap<string, number> = new Map([
  ['HKCategoryValuePresencePresent', 1],
  ['HKCategoryValuePresenceNotPresent', 0],
  ['0', 1],
  ['1', 0],
]);

/** Decreased, increased. */
export const appetiteValues: ReadonlyMap<string, readonly [number, number] | null> = new Map([
  ['HKCategoryValueAppetiteChangesUnspecified', null],
  ['HKCategoryValueAppetiteChangesNoChange', [0, 0]],
  ['HKCategoryValueAppetiteChangesDecreased', [1, 0]],
  ['HKCategoryValueAppetiteChangesIncreased', [0, 1]],
  ['0', null],
  ['1', [0, 0]],
  ['2', [1, 0]],
  ['3', [0, 1]],
] as const);

export type SleepStage = 'asleep' | 'in bed' | 'awake';

export const sleepValues: ReadonlyMap<string, SleepStage> = new Map([
  ['HKCategoryValueSleepAnalysisInBed', 'in bed'],
  ['HKCategoryValueSleepAnalysisAsleep', 'asleep'],
  ['HKCategoryValueSleepAnalysisAsleepUnspecified', 'asleep'],
  ['HKCategoryValueSleepAnalysisAsleepCore', 'asleep'],
  ['HKCategoryValueSleepAnalysisAsleepDeep', 'asleep'],
  ['HKCategoryValueSleepAnalysisAsleepREM', 'asleep'],
  ['HKCategoryValueSleepAnalysisAwake', 'awake'],
  ['0', 'in bed'],
  ['1', 'asleep'],
  ['2', 'awake'],
  ['3', 'asleep'],
  ['4', 'asleep'],
  ['5', 'asleep'],
]);

/** Amount of flow; null where bleeding was noted without an amount. */
export const flowValues: ReadonlyMap<string, number | null> = new Map([
  ['HKCategoryValueMenstrualFlowUnspecified', null],
  ['HKCategoryValueMenstrualFlowNone', 0],
  ['HKCategoryValueMenstrualFlowLight', 1],
  ['HKCategoryValueMenstrualFlowMedium', 2],
  ['HKCategoryValueMenstrualFlowHeavy', 3],
  ['HKCategoryValueVaginalBleedingUnspecified', null],
  ['HKCategoryValueVaginalBleedingNone', 0],
  ['HKCategoryValueVaginalBleedingLight', 1],
  ['HKCategoryValueVaginalBleedingMedium', 2],
  ['HKCategoryValueVaginalBleedingHeavy', 3],
  ['1', null],
  ['2', 1],
  ['3', 2],
  ['4', 3],
  ['5', 0],
]);

export const ovulationValues: ReadonlyMap<string, number | null> = new Map([
  ['HKCategoryValueOvulationTestResultNegative', 0],
  ['HKCategoryValueOvulationTestResultPositive', 1],
  ['HKCategoryValueOvulationTestResultLuteinizingHormoneSurge', 1],
  ['HKCategoryValueOvulationTestResultIndeterminate', null],
  ['HKCategoryValueOvulationTestResultEstrogenSurge', null],
  ['1', 0],
  ['2', 1],
  ['3', null],
  ['4', null],
]);
