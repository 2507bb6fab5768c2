import { createFiles } from '../../../electron/host/files/create-files';
import { openStore } from '../../../electron/host/store/open-store';

/** Saves documents without end into the folder given, and prints each save's number once it lasts. */
const [folder, first, together] = process.argv.slice(2);
if (folder === undefined) throw new Error('folder, first number and commits at a time are needed');

const store = await openStore(createFiles(folder), 'workspace.db');

function campaign(id: string, n: number) {
  const document = {
    format: 1 as const,
    id,
    name: `${n}`,
    seed: 'x'.repeat(1 + (n % 100)),
    flow: { activities: [], transitions: [] },
    layout: {},
  };
  return { kind: 'campaign' as const, id, document };
}

async function save(n: number): Promise<void> {
  const gone = { kind: 'campaign' as const, id: `n${n - 40}`, document: null };
  const writes = [campaign('left', n), campaign('right', n), campaign(`n${n}`, n), gone];
  await store.commit(writes, n % 10 === 0 ? { at: '2026-01-01T00:00:00Z', action: 'save', details: { n } } : undefined);
  process.stdout.write(`${n}\n`);
}

for (let n = Number(first); ; n += Number(together)) {
  await Promise.all(Array.from({ length: Number(together) }, (_, i) => save(n + i)));
}
