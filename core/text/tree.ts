/** Text files by path, with `/` between folders. */
export type Tree = ReadonlyMap<string, string>;

/** The file that says what a folder is, and of which format. */
export const markFile = 'muster.json';

/** Other files of the tree that hold no document: an instruction to git to leave every byte as it is. */
export const fixedFiles: Tree = new Map([['.gitattributes', '* -text\n']]);

/** Folders and files a tree consists of besides the mark. Nothing else in the folder is read, written or removed. */
export const ownRoots = [
  'workspace.json',
  'entities',
  'links',
  'recipes',
  'audiences',
  'filters',
  'queries',
  'endpoints',
  'campaigns',
] as const;

/** Whether a path is of the tree. Names that begin with a point never are. */
export function isOwn(path: string): boolean {
  const parts = path.split('/');
  return path === markFile || (ownRoots.some((root) => root === parts[0]) && !parts.some((part) => part.startsWith('.')));
}
