import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { unreachable } from '../../../core/base/never';
import type { ExportFormat } from '../../../core/ports/engine';
import { withoutTail } from '../../../core/sql/tokens';

export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function copyStatement(sql: string, file: string, format: ExportFormat): string {
  return `COPY (${withoutTail(sql)}) TO ${quoteText(file)} (${copyOptions(format)})`;
}

function copyOptions(format: ExportFormat): string {
  switch (format.kind) {
    case 'csv': {
      if (format.delimiter.length !== 1) throw new Error(`a CSV delimiter is one character, not ${JSON.stringify(format.delimiter)}`);
      const options = [
        'FORMAT csv',
        `HEADER ${format.header}`,
        `DELIMITER ${quoteText(format.delimiter)}`,
        `NEW_LINE '${format.lineEnd === 'crlf' ? '\\r\\n' : '\\n'}'`,
      ];
      if (format.quoteAll) options.push('FORCE_QUOTE *');
      return options.join(', ');
    }
    case 'ndjson':
      return `FORMAT json, ARRAY false, COMPRESSION ${format.gzip ? 'gzip' : 'none'}`;
    case 'parquet':
      return 'FORMAT parquet, COMPRESSION zstd';
    default:
      return unreachable(format);
  }
}

/** Lets `write` fill a file beside `file`, then gives it its name durably. On any failure nothing is left behind. */
export async function wholeFile<T>(file: string, write: (part: string) => Promise<T>): Promise<T> {
  const part = `${file}.${randomUUID().slice(0, 8)}.part`;
  await mkdir(dirname(file), { recursive: true });
  try {
    const result = await write(part);
    await syncToDisk(part);
    await rename(part, file);
    if (process.platform !== 'win32') await syncToDisk(dirname(file));
    return result;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
