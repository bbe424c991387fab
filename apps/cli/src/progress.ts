export interface Progress {
  /** `done` from 0 to 1, or null where the whole is not known. */
  readonly report: (text: string, done: number | null) => void;
  readonly end: () => void;
}

const silent: Progress = { report: () => {}, end: () => {} };
const intervalMs = 100;

/** One line on standard error that is rewritten; silent unless a person watches. */
export const createProgress = (now: () => number): Progress => {
  if (!process.stderr.isTTY) return silent;
  let last = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    report: (text, done) => {
      if (now() - last < intervalMs) return;
      last = now();
      shown = true;
      const share = done === null ? '' : ` ${Math.floor(100 * done)} %`;
      process.stderr.write(`\r\x1b[K${text}${share}`);
    },
    end: () => {
      if (shown) process.stderr.write('\r\x1b[K');
    },
  };
};
