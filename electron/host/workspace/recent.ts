import { z } from 'zod';
import { createFiles } from '../files/create-files';
import { checkWorkspaceFolder } from './check-folder';

const remembered = z.object({ folder: z.string(), name: z.string(), openedAt: z.string() });
const list = z.array(remembered);

export type Remembered = z.infer<typeof remembered>;

const path = 'recent.json';
const most = 20;

function parsed(text: string): Remembered[] | undefined {
  try {
    return list.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function exists(folder: string): Promise<boolean> {
  return checkWorkspaceFolder(folder).then(
    () => true,
    () => false,
  );
}

export interface RecentWorkspaces {
  /** Newest first. `exists` is false when the folder no longer holds a workspace. */
  list(): Promise<(Remembered & { exists: boolean })[]>;
  add(workspace: Remembered): Promise<void>;
}

/** The workspaces opened last, kept in the user's own data folder. A damaged list is set aside and begun anew. */
export function recentWorkspaces(home: string): RecentWorkspaces {
  const files = createFiles(home);
  let last: Promise<void> = Promise.resolve();

  async function read(): Promise<Remembered[]> {
    if (!(await files.exists(path))) return [];
    const found = parsed(new TextDecoder().decode(await files.read(path)));
    if (found === undefined) await files.publish(path, `${path}.damaged`, { replace: true });
    return found ?? [];
  }

  async function add(workspace: Remembered): Promise<void> {
    await files.makeFolder('.');
    const others = (await read()).filter((r) => r.folder !== workspace.folder);
    await files.write(path, JSON.stringify([workspace, ...others].slice(0, most), null, 2));
  }

  return {
    list: async () => Promise.all((await read()).map(async (r) => ({ ...r, exists: await exists(r.folder) }))),
    add(workspace) {
      const done = last.then(() => add(workspace));
      last = done.catch(() => undefined);
      return done;
    },
  };
}
