/** What lies in the folder of a workspace, by path relative to it. */
export const layout = {
  documents: 'workspace.db',
  data: 'entities.duckdb',
  lock: 'workspace.lock',
  exports: 'exports',
  folders: ['deliveries', 'assets', 'exports', 'undo', 'looks', '.tmp'],
  scratch: '.tmp',
} as const;

/** Files that systems leave in any folder they show. */
export const furniture: readonly string[] = ['.DS_Store', 'Thumbs.db', 'desktop.ini', '.localized'];
