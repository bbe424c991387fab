import { readdirSync, readFileSync } from 'node:fs';

interface Used {
  readonly pid: number;
  readonly parent: number;
  /** Of the process and of its children that have ended, in hundredths of a second. */
  readonly ticks: number;
}

/** What Linux says of a process (proc_pid_stat(5)), null where there is no such process or no such system. */
const usedBy = (pid: number): Used | null => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { pid, parent: Number(fields[1]), ticks };
  } catch {
    return null;
  }
};

const all = (): readonly Used[] => {
  try {
    return readdirSync('/proc').flatMap((name) => {
      const used = /^\d+$/u.test(name) ? usedBy(Number(name)) : null;
      return used === null ? [] : [used];
    });
  } catch {
    return [];
  }
};

/** A process and everything that it has started and that still runs. */
const familyOf = (pid: number): readonly Used[] => {
  const running = all();
  const family = running.filter((one) => one.pid === pid);
  for (const { pid: parent } of family)
    family.push(...running.filter((one) => one.parent === parent));
  return family;
};

/** The numbers of what a process has started and that still runs; none on other systems than Linux. */
export const startedBy = (pid: number): readonly number[] =>
  familyOf(pid)
    .map((one) => one.pid)
    .filter((one) => one !== pid);

/** Processor seconds of a process and all that it has started since its start; null on other systems than Linux. */
export const processorSeconds = (pid: number): number | null => {
  const family = familyOf(pid);
  return family.length === 0 ? null : family.reduce((sum, { ticks }) => sum + ticks, 0) / 100;
};
