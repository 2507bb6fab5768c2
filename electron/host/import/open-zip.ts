import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

export interface Zip {
  /** Files in it, in its order; folders and names that lead out of it are left out. */
  names: string[];
  /** What is in a file of it. Fails where that is more or less than the archive says. */
  read(name: string): Promise<Readable>;
  /** Bytes of a file, packed and unpacked, as the archive says. */
  size(name: string): { packed: number; unpacked: number };
}

const mostEntries = 20_000;

/** Opens a ZIP archive for the time of `use`. */
export async function withZip<T>(path: string, use: (zip: Zip) => Promise<T>): Promise<T> {
  const file = await promisify<string, yauzl.Options, ZipFile>(yauzl.open)(path, { lazyEntries: true, autoClose: false });
  try {
    const entries = await entriesOf(file);
    const known = (name: string) => {
      const entry = entries.get(name);
      if (!entry) throw new Error(`no ${name} in it`);
      return entry;
    };
    return await use({
      names: [...entries.keys()],
      read: (name) => promisify<Entry, Readable>(file.openReadStream.bind(file))(known(name)),
      size: (name) => ({ packed: known(name).compressedSize, unpacked: known(name).uncompressedSize }),
    });
  } finally {
    file.close();
  }
}

/** Reads the directory of the archive; a name that is absolute or climbs out of it ends this with an error. */
function entriesOf(file: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    file.on('error', reject);
    file.on('end', () => resolve(entries));
    file.on('entry', (entry: Entry) => {
      if (!entry.fileName.endsWith('/') && !entries.has(entry.fileName)) entries.set(entry.fileName, entry);
      if (entries.size > mostEntries) reject(new Error(`more than ${mostEntries} files in it`));
      else file.readEntry();
    });
    file.readEntry();
  });
}
