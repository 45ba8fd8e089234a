import { readdirSync, readFileSync } from 'node:fs';

/** The kernel's clock ticks, in ms (Linux). */
const TICK_MS = 10;

/**
 * CPU time that a process and those below it have taken so far, in ms: unlike the time that passes, it hardly depends on what
 * else the machine does.
 */
export function cpuOf(root: number): number {
  const parents = new Map<number, number>();
  const times = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // After the name in brackets: state, parent, …, user and system time as the 12th and 13th.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      parents.set(Number(name), Number(fields[1]));
      times.set(Number(name), (Number(fields[11]) + Number(fields[12])) * TICK_MS);
    } catch {
      // It has ended meanwhile.
    }
  }
  const isBelow = (pid: number): boolean => pid === root || (parents.has(pid) && isBelow(parents.get(pid)!));
  return [...times].reduce((sum, [pid, time]) => (isBelow(pid) ? sum + time : sum), 0);
}
