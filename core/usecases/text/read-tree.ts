import { AppError } from '../../base/errors';
import { fromUtf8 } from '../../base/utf8';
import type { Files } from '../../ports/files';
import { fixedFiles, isOwn, markFile, ownRoots, type Tree } from '../../text/tree';

/** Every file of a text project. @throws AppError `text-not-utf8` */
export async function readTree(source: Files): Promise<Tree> {
  const tree = new Map<string, string>();
  for (const path of [markFile, ...fixedFiles.keys(), ...(await pathsOf(source))]) {
    if (await source.exists(path)) tree.set(path, decoded(path, await source.read(path)));
  }
  return tree;
}

async function pathsOf(source: Files): Promise<string[]> {
  const paths: string[] = [];
  for (const root of ownRoots) {
    if (root.endsWith('.json')) paths.push(root);
    else if (root === 'campaigns') for (const folder of await below(source, root)) paths.push(...(await campaignPaths(source, folder)));
    else paths.push(...(await below(source, root)));
  }
  return paths.filter(isOwn);
}

async function campaignPaths(source: Files, folder: string): Promise<string[]> {
  const inner = ['flow', 'notes', 'groups'].map((name) => `${folder}/${name}`);
  const found = await below(source, folder);
  const deeper = await Promise.all(inner.filter((path) => found.includes(path)).map((path) => below(source, path)));
  return [...found.filter((path) => !inner.includes(path)), ...deeper.flat()];
}

async function below(source: Files, folder: string): Promise<string[]> {
  if (!(await source.exists(folder))) return [];
  return (await source.list(folder)).filter((name) => !name.startsWith('.')).map((name) => `${folder}/${name}`);
}

function decoded(path: string, bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch (cause) {
    throw new AppError('text-not-utf8', { file: path }, { cause });
  }
}
