import { AppError } from '../base/errors';
import { endings, putTexts } from './long-texts';
import { isOwn, markFile, type Tree } from './tree';

/** Files of a tree, each of which something must ask for. */
export interface Reading {
  /** Paths below a folder whose names end so, in order. */
  files(folder: string, ending: string): string[];
  take(path: string): string;
  takeIfThere(path: string): string | undefined;
  /** Files nobody asked for. */
  left(): string[];
}

export function readingOf(tree: Tree): Reading {
  const paths = [...tree.keys()].filter((path) => isOwn(path) && path !== markFile).sort();
  const asked = new Set<string>();
  const takeIfThere = (path: string) => {
    asked.add(path);
    return tree.get(path);
  };
  return {
    files: (folder, ending) => paths.filter((path) => path.startsWith(folder) && path.endsWith(ending)),
    take(path) {
      const text = takeIfThere(path);
      if (text === undefined) throw new AppError('text-missing-file', { file: path });
      return text;
    },
    takeIfThere,
    left: () => paths.filter((path) => !asked.has(path)),
  };
}

/** An object with the texts that are files beside its own. */
export function withTexts(reading: Reading, path: string, fields: Record<string, unknown>): Record<string, unknown> {
  const stem = path.slice(0, -'.json'.length);
  const isThere = (ending: string) => endings.includes(ending) && reading.files(stem, ending).includes(stem + ending);
  return putTexts(fields, (ending) => (isThere(ending) ? reading.take(stem + ending) : undefined));
}
