import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';
import type { Chunk } from '../../core/delivery/manifest';
import type { Receipt, RecipientResult } from '../../core/delivery/protocol';
import { readEffects } from './ledger';
import { Refusal } from './refusal';
import { type Held, type Store, statusOf } from './store';

const gunzipAsync = promisify(gunzip);
const row = z.looseObject({ recipient_id: z.string().min(1), seed: z.boolean() });

/** Commits wait for each other: what one made real, the next must see. */
export function committer(store: Store, now: () => number): (held: Held) => Promise<Receipt> {
  let last: Promise<unknown> = Promise.resolve();
  return (held) => {
    const turn = last.then(() => commit(store, held, now));
    last = turn.catch(() => undefined);
    return turn;
  };
}

async function commit(store: Store, held: Held, now: () => number): Promise<Receipt> {
  if (held.receipt !== undefined) return held.receipt;
  const { missing, missing_content } = statusOf(held);
  if (missing.length > 0 || missing_content.length > 0) throw new Refusal('incomplete', { missing, missing_content });
  const before = await reachedBefore(store, held);
  const effects: Uint8Array[] = [];
  let [accepted, rejected, seeds, previous] = [0, 0, 0, Buffer.alloc(0)];
  for (const chunk of held.manifest.chunks) {
    const lines: string[] = [];
    for (const { recipient_id, seed } of await rowsOf(held, chunk)) {
      const key = Buffer.from(recipient_id);
      if (Buffer.compare(previous, key) >= 0) throw new Refusal('bad-chunk', { detail: `chunk ${chunk.seq} is out of order` });
      previous = key;
      const again = before.has(recipient_id);
      if (seed) seeds += 1;
      else if (again) rejected += 1;
      else accepted += 1;
      const result: RecipientResult = { recipient_id, seed, status: again ? 'rejected' : 'accepted', ...(again ? { reason: 'already-delivered' } : {}) };
      lines.push(`${JSON.stringify(result)}\n`);
    }
    effects.push(Buffer.from(lines.join('')));
  }
  const { counts } = held.manifest;
  if (accepted + rejected !== counts.recipients || seeds !== counts.seeds) throw new Refusal('bad-chunk', { detail: 'the rows do not add up to the counts' });
  const receipt: Receipt = {
    id: held.id,
    recipients: counts.recipients,
    seeds,
    accepted,
    rejected: rejected === 0 ? [] : [{ reason: 'already-delivered', rows: rejected }],
    committed_at: new Date(now()).toISOString(),
  };
  await store.publish(held, receipt, effects);
  return receipt;
}

/** Whom other deliveries of the same campaign, message and wave have reached: the same campaign frozen twice has two ids. */
async function reachedBefore(store: Store, { id, manifest }: Held): Promise<Set<string>> {
  const same = (other: Held) =>
    other.id !== id && other.receipt !== undefined && (['campaign', 'message', 'wave'] as const).every((part) => other.manifest[part] === manifest[part]);
  const reached = new Set<string>();
  for (const other of store.all().filter(same)) {
    for await (const effect of readEffects(other)) reached.add(effect.recipient_id);
  }
  return reached;
}

async function rowsOf(held: Held, chunk: Chunk): Promise<z.infer<typeof row>[]> {
  const packed = await readFile(join(held.folder, 'chunks', chunk.sha256));
  try {
    const lines = (await gunzipAsync(packed, { maxOutputLength: 1 << 30 })).toString('utf8').split('\n').filter((line) => line !== '');
    if (lines.length === chunk.rows) return lines.map((line) => row.parse(JSON.parse(line)));
  } catch (error) {
    throw new Refusal('bad-chunk', { detail: `chunk ${chunk.seq}: ${error instanceof z.ZodError ? 'a row is not as the schema says' : String(error)}` });
  }
  throw new Refusal('bad-chunk', { detail: `chunk ${chunk.seq} does not have ${chunk.rows} rows` });
}
