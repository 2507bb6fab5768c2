import { readFileSync } from 'node:fs';
import { systemCode } from '../files/errors';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs as another user.
    return systemCode(error) === 'EPERM';
  }
}

/**
 * Tells a process from a later one with the same pid: this boot and the process's start in it (Linux: field 22 of proc(5) stat).
 * Null on systems without /proc.
 */
export function processMark(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${boot} ${fields[19] ?? ''}`;
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes(systemCode(error))) return null;
    throw error;
  }
}
