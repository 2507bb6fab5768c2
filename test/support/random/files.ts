import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActivityOf, Flow } from '../../../core/model/activity';
import type { FileColumn } from '../../../core/model/recipe';
import type { Row } from '../evaluator/rows';
import type { Case } from './case';

type LoadFile = ActivityOf<'load-file'>;

const pathOf = (folder: string, { source }: LoadFile) => join(folder, source.path);

export async function writeFiles({ flow, files }: Case, folder: string): Promise<void> {
  for (const a of flow.activities) if (a.type === 'load-file') await writeFile(pathOf(folder, a), csvOf(a, files[a.id] ?? []));
}

/** The flow with its files where they are. */
export function withFiles({ flow }: Case, folder: string): Flow {
  const activities = flow.activities.map((a) => (a.type === 'load-file' ? { ...a, source: { ...a.source, path: pathOf(folder, a) } } : a));
  return { ...flow, activities };
}

function csvOf({ columns }: LoadFile, records: readonly Row[]): string {
  const lines = [columns.map((c) => c.source), ...records.map((row) => columns.map((c) => written(row, c)))];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function written(row: Row, { attribute, type }: FileColumn): string {
  const value = row[attribute] ?? null;
  if (value === null) return '';
  return type === 'decimal' && typeof value === 'number' ? (value / 100).toFixed(2) : String(value);
}

const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
