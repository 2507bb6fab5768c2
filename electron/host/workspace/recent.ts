import { z } from 'zod';
import type { RecentWorkspace } from '../../../core/model/report';
import { createFiles } from '../files/create-files';
import { checkWorkspaceFolder } from './check-folder';
import { isHeldElsewhere } from './lock';

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

async function stateOf(folder: string): Promise<RecentWorkspace['state']> {
  try {
    await checkWorkspaceFolder(folder);
    return (await isHeldElsewhere(folder)) ? 'in-use' : 'free';
  } catch {
    return 'gone';
  }
}

export interface RecentWorkspaces {
  /** Newest first. */
  list(): Promise<RecentWorkspace[]>;
  add(workspace: Remembered): Promise<void>;
  /** Leaves the folder as it is. */
  forget(folder: string): Promise<void>;
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

  /** One change of the list at a time. */
  function change(folder: string, first: readonly Remembered[]): Promise<void> {
    const done = last.then(async () => {
      await files.makeFolder('.');
      const others = (await read()).filter((r) => r.folder !== folder);
      await files.write(path, JSON.stringify([...first, ...others].slice(0, most), null, 2));
    });
    last = done.catch(() => undefined);
    return done;
  }

  return {
    list: async () => Promise.all((await read()).map(async (r) => ({ ...r, state: await stateOf(r.folder) }))),
    add: (workspace) => change(workspace.folder, [workspace]),
    forget: (folder) => change(folder, []),
  };
}
