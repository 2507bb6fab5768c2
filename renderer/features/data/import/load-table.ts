import { sameName } from '../../../../core/base/same-name';
import type { ImportPreview, ImportSummary } from '../../../../core/model/data-report';
import { labelledAsProposed } from '../../../../core/model/recipe';
import { isCancelled } from '../../../state/failures';
import { asId } from '../../../state/fresh-id';
import { call } from '../../../state/host';
import type { Table } from '../../../state/imports';
import { sourceOf } from '../../../state/use-reading';
import { partOf } from './parts-left';

/** What became of a table that was to be loaded as it is proposed. */
export type TableDone = { table: Table } & (
  | { outcome: 'loaded'; preview: ImportPreview; summary: ImportSummary }
  /** Its entity is there already, and a person has to say what is to become of it. */
  | { outcome: 'exists'; preview: ImportPreview }
  | { outcome: 'failed'; error: unknown }
);

interface Options {
  /** Names of entities that it must not replace. */
  taken: readonly string[];
  signal: AbortSignal;
  report: (share: number) => void;
}

/** Loads a table as it is proposed. One that cannot be loaded says why. @throws AppError `cancelled` */
export async function loadTable(asked: Table, { taken, signal, report }: Options): Promise<TableDone> {
  const { file, part } = asked;
  try {
    const preview = await call('import.preview', { path: file.path, ...part }, { signal });
    const { entity, key, columns } = preview;
    const table = { file, part: partOf(preview) };
    if (taken.some((name) => sameName(name, entity))) return { table, preview, outcome: 'exists' };
    const source = sourceOf(preview, part);
    const recipe = { format: 2, kind: 'file', id: asId(entity, 'recipe'), entity, source, columns, key, mode: 'replace' } as const;
    const summary = await call(
      'import.run',
      { recipe, labels: labelledAsProposed(columns, preview.labels) },
      { signal, onProgress: ({ share }) => report(share) },
    );
    return { table, preview, outcome: 'loaded', summary };
  } catch (error) {
    if (isCancelled(error)) throw error;
    return { table: asked, outcome: 'failed', error };
  }
}
