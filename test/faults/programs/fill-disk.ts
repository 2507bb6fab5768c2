import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAppError } from '../../../core/base/errors';
import { createFiles } from '../../../electron/host/files/create-files';
import { openStore } from '../../../electron/host/store/open-store';

/** Saves on a disk that is filled up, and again once there is room; prints the outcome of each save. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('a folder is needed');

const store = await openStore(createFiles(folder), 'workspace.db');

async function save(name: string): Promise<void> {
  const document = { format: 1 as const, id: 'c', name, seed: 's', flow: { activities: [], transitions: [] }, layout: {} };
  const code = await store.commit([{ kind: 'campaign', id: 'c', document }]).then(
    () => 'saved',
    (error: unknown) => (isAppError(error) ? error.code : String(error)),
  );
  process.stdout.write(`${name} ${code} ${store.read('campaign', 'c')?.name}\n`);
}

if (process.argv[3] === 'read-only') await save('locked');
else {
  await save('before');
  const { bavail, bsize } = await statfs(folder);
  await writeFile(join(folder, 'ballast'), Buffer.alloc((bavail - 1) * bsize));
  await save('full');
  const kept = await openStore(createFiles(folder), 'workspace.db');
  process.stdout.write(`kept ${kept.read('campaign', 'c')?.name}\n`);
  await rm(join(folder, 'ballast'));
  await save('after');
}
