import type { AllowedTrial } from '@zonula/safety';
import {
  calendarOf,
  daysLived,
  helperSheet,
  livedPeriods,
  type RunningTrial,
  requireLeave,
  studyUTables,
  type TrialRecord,
  type TrialState,
  toFhir,
  toStudyU,
  trialCsv,
} from '@zonula/trial';
import { today } from '../clock.ts';
import { UnusableArguments } from '../failure.ts';
import type { ExportFormat } from './export-formats.ts';

/** One file to write. */
export interface ExportedFile {
  readonly name: string;
  readonly content: string;
}

const json = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

const stateOf = (trial: RunningTrial): TrialState => {
  if (trial.events.some(({ kind }) => kind === 'stopped')) return 'stopped';
  const { plan } = trial;
  if (today() < plan.start) return 'planned';
  const end = new Date(`${plan.start}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + daysLived(livedPeriods(trial)));
  return today() < end.toISOString().slice(0, 10) ? 'running' : 'completed';
};

const needsDiary = (record: TrialRecord | null, format: ExportFormat): TrialRecord => {
  if (record === null)
    throw new UnusableArguments(`--diary FILE is needed for --to ${format}: it holds the days`);
  return record;
};

/** The files of an export, and in words what its format has no place for. */
export const exportTrial = (
  leave: AllowedTrial,
  trial: RunningTrial,
  format: ExportFormat,
  record: TrialRecord | null,
): { readonly files: readonly ExportedFile[]; readonly lost: readonly string[] } => {
  const { plan } = trial;
  requireLeave(leave, plan.exposure, plan.design);
  switch (format) {
    case 'csv':
      return {
        files: [{ name: 'trial.csv', content: trialCsv(leave, plan, needsDiary(record, format)) }],
        lost: [],
      };
    case 'ics':
      return {
        files: [
          {
            name: 'trial.ics',
            content: calendarOf(leave, trial, {
              stamp: Date.parse(`${plan.start}T00:00:00Z`),
              hideArms: plan.blinding === 'helper',
            }),
          },
        ],
        lost: [],
      };
    case 'studyu': {
      const { study, lost } = toStudyU(leave, plan);
      return { files: [{ name: 'study_definition.json', content: json(study) }], lost };
    }
    case 'studyu-csv': {
      const tables = studyUTables(leave, plan, needsDiary(record, format));
      return {
        files: [
          { name: 'measurements.csv', content: tables.measurements },
          { name: 'interventions.csv', content: tables.interventions },
        ],
        lost: [],
      };
    }
    case 'fhir':
      return {
        files: [
          { name: 'trial.fhir.json', content: json(toFhir(leave, plan, stateOf(trial), record)) },
        ],
        lost: [],
      };
    case 'helper':
      if (plan.blinding !== 'helper')
        throw new UnusableArguments('--to helper: in this trial nobody else keeps the order');
      return { files: [{ name: 'helper.csv', content: helperSheet(trial.plan) }], lost: [] };
  }
};
