import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Chunk } from '../../core/delivery/manifest';
import type { Receipt } from '../../core/delivery/protocol';
import { readEffects } from './ledger';
import { Refusal } from './refusal';
import { type Held, type Store, statusOf } from './store';

const gunzipAsync = promisify(gunzip);

/** Commits wait for each other: what one made real, the next must see. Who asks for one under way waits for that one. */
export function committer(store: Store, now: () => number): (held: Held) => Promise<Receipt> {
  let last: Promise<unknown> = Promise.resolve();
  return (held) => {
    const turn = held.committing ?? last.then(() => commit(store, held, now));
    held.committing = turn;
    last = turn.catch(() => undefined).then(() => (held.committing = undefined));
    return turn;
  };
}

async function commit(store: Store, held: Held, now: () => number): Promise<Receipt> {
  if (held.receipt !== undefined) return held.receipt;
  const { missing, missing_content } = statusOf(held);
  if (missing.length > 0 || missing_content.length > 0) throw new Refusal('incomplete', { missing, missing_content });
  const before = await reachedBefore(store, held);
  const effects: Uint8Array[] = [];
  let [accepted, rejected, seeds, previous] = [0, 0, 0, ''];
  for (const chunk of held.manifest.chunks) {
    const lines: string[] = [];
    for (const { recipient_id, seed } of await rowsOf(held, chunk)) {
      if (!grows(previous, recipient_id)) throw new Refusal('bad-chunk', { detail: `chunk ${chunk.seq} is out of order` });
      previous = recipient_id;
      const again = before.has(recipient_id);
      if (seed) seeds += 1;
      else if (again) rejected += 1;
      else accepted += 1;
      lines.push(
        `{"recipient_id":${JSON.stringify(recipient_id)},"seed":${seed},"status":${again ? '"rejected","reason":"already-delivered"' : '"accepted"'}}\n`,
      );
    }
    effects.push(Buffer.from(lines.join('')));
  }
  const { counts } = held.manifest;
  if (accepted + rejected !== counts.recipients || seeds !== counts.seeds)
    throw new Refusal('bad-chunk', { detail: 'the rows do not add up to the counts' });
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
    other.id !== id &&
    other.receipt !== undefined &&
    (['campaign', 'message', 'wave'] as const).every((part) => other.manifest[part] === manifest[part]);
  const reached = new Set<string>();
  for (const other of store.all().filter(same)) {
    for await (const effect of readEffects(other)) reached.add(effect.recipient_id);
  }
  return reached;
}

interface Row {
  recipient_id: string;
  seed: boolean;
}

function isRow(value: unknown): value is Row {
  if (typeof value !== 'object' || value === null || !('recipient_id' in value) || !('seed' in value)) return false;
  return typeof value.recipient_id === 'string' && typeof value.seed === 'boolean';
}

async function rowsOf(held: Held, chunk: Chunk): Promise<Row[]> {
  const broken = (detail: string) => new Refusal('bad-chunk', { detail: `chunk ${chunk.seq}: ${detail}` });
  const packed = await readFile(join(held.folder, 'chunks', chunk.sha256));
  const text = await gunzipAsync(packed, { maxOutputLength: 1 << 29 }).catch((error: unknown) => {
    throw broken(String(error));
  });
  const lines = text
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  if (lines.length !== chunk.rows) throw broken(`${lines.length} rows instead of ${chunk.rows}`);
  return lines.map((line, at) => {
    const value = parsed(line);
    if (!isRow(value)) throw broken(`row ${at} has no recipient_id and seed`);
    return value;
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const ascii = /^[\0-\x7f]*$/;

/** In order of UTF-8 bytes, which is the order of JavaScript unless both texts go beyond ASCII. */
function grows(before: string, after: string): boolean {
  return ascii.test(after) || ascii.test(before) ? before < after : Buffer.compare(Buffer.from(before), Buffer.from(after)) < 0;
}
