import type { Problem } from '../../../../core/base/problems';
import { sameName } from '../../../../core/base/same-name';
import type { ImportPreview, ImportSummary } from '../../../../core/model/data-report';
import { isCancelled } from '../../../state/failures';
import { asId } from '../../../state/fresh-id';
import { call } from '../../../state/host';
import type { Part } from '../../../state/imports';
import { sourceOf } from '../../../state/use-reading';

/** What became of a part of a file that was to be loaded as it is proposed. */
export type PartDone = { part: Part; preview?: ImportPreview } & (
  | { outcome: 'loaded'; summary: ImportSummary; problems: readonly Problem[] }
  /** Its entity is there already, and a person has to say what is to become of it. */
  | { outcome: 'exists'; entity: string }
  | { outcome: 'failed'; error: unknown }
);

interface Options {
  /** Names of entities that it must not replace. */
  taken: readonly string[];
  signal: AbortSignal;
  report: (share: number) => void;
}

/** Loads a part of a file as it is proposed. One that cannot be loaded says why. @throws AppError `cancelled` */
export async function loadPart(path: string, part: Part, { taken, signal, report }: Options): Promise<PartDone> {
  try {
    const preview = await call('import.preview', { path, ...part }, { signal });
    const { entity, key, columns } = preview;
    if (taken.some((name) => sameName(name, entity))) return { part, preview, outcome: 'exists', entity };
    const source = sourceOf(preview, part);
    const recipe = { format: 2, kind: 'file', id: asId(entity, 'recipe'), entity, source, columns, key, mode: 'replace' } as const;
    const summary = await call('import.run', { recipe }, { signal, onProgress: ({ share }) => report(share) });
    return { part, preview, outcome: 'loaded', summary, problems: [...preview.problems, ...summary.problems] };
  } catch (error) {
    if (isCancelled(error)) throw error;
    return { part, outcome: 'failed', error };
  }
}
