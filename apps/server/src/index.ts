export { type Administration, openAdministration } from './administration.ts';
export { checkBackup } from './backup/file.ts';
export { backupTo, type DataPlace, restoreFrom } from './backup/place.ts';
export * from './cohort/index.ts';
export { FolderInUse } from './db/lock-folder.ts';
export { UnknownDatabase } from './db/migrate.ts';
export type { LogEntry } from './http/log.ts';
export { UnusableMailServer } from './mail/post.ts';
export { type RunningServer, startServer } from './server.ts';
