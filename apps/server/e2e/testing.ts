// What loads nothing of the server: every process of the tests of programs and of the app takes it.
export { brief } from './brief.ts';
export { makeDataFolder } from './data-folder.ts';
export { prepared } from './prepared.ts';
export { startSmtp, type TestSmtp } from './smtp.ts';
