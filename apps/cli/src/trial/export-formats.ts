export const exportFormats = ['csv', 'ics', 'studyu', 'studyu-csv', 'fhir', 'helper'] as const;
export type ExportFormat = (typeof exportFormats)[number];
