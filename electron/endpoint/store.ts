import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Manifest, manifest as manifestSchema } from '../../core/delivery/manifest';
import { type DeliveryStatus, type Receipt, receipt as receiptSchema } from '../../core/delivery/protocol';
import { parseDocument } from '../../core/model/parse';
import { type AtPoint, fileExists, makeFolder, removeUnfinished, writeWhole } from './durable';

/** What the endpoint holds of one delivery. The files are the truth; this is read from them at start. */
export interface Held {
  id: string;
  folder: string;
  manifest: Manifest;
  chunks: Set<string>;
  content: Set<string>;
  receipt: Receipt | undefined;
  committing: Promise<Receipt> | undefined;
}

export interface Store {
  find(id: string): Held | undefined;
  all(): Held[];
  begin(id: string, manifest: Manifest, bytes: Uint8Array): Promise<Held>;
  keep(held: Held, kind: 'chunks' | 'content', sha256: string, bytes: Uint8Array): Promise<boolean>;
  /** One rename makes the receipt and all effects real together. */
  publish(held: Held, receipt: Receipt, effects: readonly Uint8Array[]): Promise<void>;
}

export const commitName = 'commit.ndjson';

/** Opens the folder and clears what a stopped process left unfinished. */
export async function openStore(root: string, at: AtPoint): Promise<Store> {
  const folder = join(root, 'deliveries');
  await makeFolder(folder);
  await removeUnfinished(folder);
  const held = new Map<string, Held>();
  for (const id of await readdir(folder)) {
    const found = await load(join(folder, id), id);
    if (found !== undefined) held.set(id, found);
  }
  return {
    find: (id) => held.get(id),
    all: () => [...held.values()],
    async begin(id, manifest, bytes) {
      const known = held.get(id);
      if (known !== undefined) return known;
      const own = join(folder, id);
      for (const part of ['chunks', 'content']) await makeFolder(join(own, part));
      await writeWhole(join(own, 'manifest.json'), bytes, at);
      const begun: Held = held.get(id) ?? {
        id,
        folder: own,
        manifest,
        chunks: new Set(),
        content: new Set(),
        receipt: undefined,
        committing: undefined,
      };
      held.set(id, begun);
      return begun;
    },
    async keep(delivery, kind, sha256, bytes) {
      if (delivery[kind].has(sha256)) return false;
      await writeWhole(join(delivery.folder, kind, sha256), bytes, at);
      delivery[kind].add(sha256);
      return true;
    },
    async publish(delivery, receipt, effects) {
      await writeWhole(join(delivery.folder, commitName), [Buffer.from(`${JSON.stringify(receipt)}\n`), ...effects], at);
      delivery.receipt = receipt;
    },
  };
}

/** A folder without a manifest was never acknowledged. */
async function load(folder: string, id: string): Promise<Held | undefined> {
  const file = join(folder, 'manifest.json');
  if (!(await fileExists(file))) return undefined;
  const manifest = parseDocument(manifestSchema, JSON.parse(await readFile(file, 'utf8')), file);
  const chunks = new Set(await readdir(join(folder, 'chunks')));
  const content = new Set(await readdir(join(folder, 'content')));
  return { id, folder, manifest, chunks, content, receipt: await loadReceipt(join(folder, commitName)), committing: undefined };
}

async function loadReceipt(file: string): Promise<Receipt | undefined> {
  if (!(await fileExists(file))) return undefined;
  const { text } = await readLines(file, 0, 1);
  return parseDocument(receiptSchema, JSON.parse(text[0] ?? 'null'), file);
}

/** Up to `most` whole lines from a byte on, and where the next begins; null at the end. */
export async function readLines(file: string, from: number, most: number): Promise<{ text: string[]; next: number | null }> {
  const { size } = await stat(file);
  const handle = await open(file, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(Math.max(0, size - from), most * 4096));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, from);
    const text: string[] = [];
    let start = 0;
    for (let end = buffer.indexOf(10, start); end >= 0 && end < bytesRead && text.length < most; end = buffer.indexOf(10, start)) {
      text.push(buffer.toString('utf8', start, end));
      start = end + 1;
    }
    return { text, next: from + start < size ? from + start : null };
  } finally {
    await handle.close();
  }
}

export function statusOf(held: Held): DeliveryStatus {
  const { id, manifest, chunks, content, receipt } = held;
  if (receipt !== undefined) return { id, state: 'committed', missing: [], missing_content: [], receipt };
  return {
    id,
    state: held.committing === undefined ? 'receiving' : 'committing',
    missing: manifest.chunks.filter((chunk) => !chunks.has(chunk.sha256)).map((chunk) => chunk.seq),
    missing_content: [...new Set(manifest.content.map((file) => file.sha256))].filter((sha256) => !content.has(sha256)),
    receipt: null,
  };
}
