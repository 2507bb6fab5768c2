import { AppError } from '../../base/errors';
import type { TextExport } from '../../model/text-project';
import type { Files } from '../../ports/files';
import { defined, treeOf } from '../../text/documents-tree';
import { fixedFiles, markFile } from '../../text/tree';
import type { Context } from '../context';
import { onlyWorkspace } from '../workspace/only-workspace';
import { readTree } from './read-tree';

/**
 * Writes everything the workspace says as a tree of text files. Files of an earlier export that say the same are left alone, those
 * of documents that are gone are removed, and nothing else in the folder is touched.
 * @param target an empty folder, one with hidden files only, or an earlier export
 * @throws AppError `text-not-ours` when there are other files in it
 */
export async function exportText(ctx: Context, target: Files): Promise<TextExport> {
  const { store } = ctx;
  const before = await treeBefore(target);
  const audiences = store.list('audience');
  const tree = treeOf({
    workspace: onlyWorkspace(ctx),
    entities: store.list('entity').map(defined),
    links: store.list('link'),
    recipes: store.list('recipe'),
    audiences,
    filters: store.list('filter'),
    queries: store.list('query'),
    endpoints: store.list('endpoint'),
    campaigns: store.list('campaign'),
  });
  const written = [...tree].filter(([path, text]) => before.get(path) !== text && !(fixedFiles.has(path) && before.has(path)));
  for (const folder of foldersOf(written.map(([path]) => path))) await target.makeFolder(folder);
  for (const [path, text] of written) await target.write(path, text);
  const removed = [...before.keys()].filter((path) => !tree.has(path) && !fixedFiles.has(path));
  for (const path of removed) await target.remove(path);
  for (const folder of foldersOf(removed).filter((f) => ![...tree.keys()].some((path) => path.startsWith(`${f}/`)))) {
    if ((await target.exists(folder)) && (await target.list(folder)).length === 0) await target.remove(folder);
  }
  const leftOut = audiences.filter((a) => a.definition.kind === 'snapshot').map((a) => a.name);
  return { files: tree.size, written: written.map(([path]) => path), removed, leftOut };
}

async function treeBefore(target: Files): Promise<ReadonlyMap<string, string>> {
  const there = (await target.exists('.')) ? (await target.list('.')).filter((name) => !name.startsWith('.')) : [];
  if (there.length === 0) return new Map();
  if (!there.includes(markFile)) throw new AppError('text-not-ours', { file: markFile });
  return readTree(target);
}

/** Folders of the paths, the deepest first where one is in another. */
function foldersOf(paths: readonly string[]): string[] {
  const folders = paths.flatMap((path) => {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
  });
  return [...new Set(folders)].sort((a, b) => b.length - a.length);
}
