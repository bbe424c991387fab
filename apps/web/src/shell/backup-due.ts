const monthMs = 30 * 86_400_000;
/** About two weeks of a diary. */
const manyChanges = 150;

/** Whether so much would be lost that it is worth a word. */
export const isBackupDue = (
  {
    backedUpAt,
    changesSinceBackup,
  }: { readonly backedUpAt: number | null; readonly changesSinceBackup: number },
  putOffUntil: number,
  now: number,
): boolean =>
  changesSinceBackup >= manyChanges &&
  now >= putOffUntil &&
  (backedUpAt === null || now - backedUpAt >= monthMs);
