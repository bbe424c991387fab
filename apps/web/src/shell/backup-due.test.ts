import { expect, test } from 'vitest';
import { isBackupDue } from './backup-due.ts';

const day = 86_400_000;

test.each([
  ['a new diary', { backedUpAt: null, changesSinceBackup: 20 }, 0, false],
  ['two weeks without a backup', { backedUpAt: null, changesSinceBackup: 150 }, 0, true],
  ['put off', { backedUpAt: null, changesSinceBackup: 150 }, 101 * day, false],
  ['a fresh backup', { backedUpAt: 90 * day, changesSinceBackup: 900 }, 0, false],
  ['an old backup', { backedUpAt: 60 * day, changesSinceBackup: 900 }, 0, true],
  ['an old backup, nothing new', { backedUpAt: 60 * day, changesSinceBackup: 3 }, 0, false],
])('%s', (_, report, putOff, due) => {
  expect(isBackupDue(report, putOff, 100 * day)).toBe(due);
});
