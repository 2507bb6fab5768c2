import { type Disk, realDisk } from '../../electron/host/files/disk';

const broken = () => Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });

/** A disk that fails once when a file gets its name: `rename` before it has it, `sync` when it has, so that nobody knows whether it lasts. */
export function diskThatFails(file: string, at: 'rename' | 'sync'): Disk {
  let named = false;
  return {
    ...realDisk,
    rename: async (from, to) => {
      const last = String(to).endsWith(file);
      if (last && at === 'rename') throw broken();
      await realDisk.rename(from, to);
      named ||= last;
    },
    open: async (path, ...how) => {
      if (!named || at !== 'sync') return realDisk.open(path, ...how);
      named = false;
      throw broken();
    },
  };
}
