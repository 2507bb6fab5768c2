import { type CancelSignal, throwIfCancelled } from '../../base/cancellation';
import { AppError, isAppError } from '../../base/errors';
import { toHex, toUtf8 } from '../../base/utf8';
import { folderName, manifestName, pathIn } from '../../delivery/folder';
import { type Chunk, type Manifest, manifestBytes, manifestFormat } from '../../delivery/manifest';
import type { DeliverySummary } from '../../model/report';
import type { Connection } from '../../ports/engine';
import type { FreezePorts } from './ports';
import { readManifest } from './read-folder';
import type { DeliverySpec } from './spec';
import { checkOrder, chunkSelect, type Staged, stageRows } from './stage-rows';
import { summaryOf } from './summary';

export interface FreezeOptions {
  signal?: CancelSignal;
  onProgress?: (progress: { chunksDone: number; chunks: number }) => void;
}

/**
 * Writes a delivery folder: chunks, content, and last the manifest, with which it is frozen for good. After a kill it is
 * simply done again and gives the same bytes; the run that froze it may also ask again and gets the same answer.
 * @throws AppError `delivery-already-frozen`, `delivery-recipient-empty`, `delivery-recipient-twice`, `delivery-counts-differ`,
 * `delivery-value-not-finite`, `sql-error`, `disk-full`, `cancelled`
 */
export async function freezeDelivery(ports: FreezePorts, spec: DeliverySpec, options: FreezeOptions = {}): Promise<DeliverySummary> {
  const folder = folderName(spec);
  const frozen = await alreadyFrozen(ports, spec, folder);
  if (frozen !== undefined) return frozen;
  const connection = await ports.engine.connect();
  try {
    const staged = await stageRows(connection, spec, folder, options.signal);
    checkCounts(spec, staged, folder);
    await checkOrder(connection, staged);
    await ports.files.remove(pathIn(folder));
    const manifest = await written(ports, folder, async () => {
      await ports.files.makeFolder(pathIn(folder, 'content'));
      const content = await writeContent(ports, spec, folder);
      const chunks = await packChunks(ports, connection, staged, folder, options);
      const whole = manifestOf(spec, staged, chunks, content);
      throwIfCancelled(options.signal);
      await ports.files.write(pathIn(folder, manifestName), manifestBytes(whole));
      return whole;
    });
    return summaryOf(ports.bytes, folder, manifest, undefined);
  } finally {
    await connection.close();
  }
}

/** Two ids joined by hyphens may give the same folder name, so the manifest decides whose folder it is. */
async function alreadyFrozen(ports: FreezePorts, spec: DeliverySpec, folder: string): Promise<DeliverySummary | undefined> {
  if (!(await ports.files.exists(pathIn(folder, manifestName)))) return undefined;
  const { manifest } = await readManifest(ports, folder);
  const same = manifest.campaign === spec.campaign && manifest.message === spec.message && manifest.wave === spec.wave;
  if (same && manifest.frozen_at === spec.frozenAt) return summaryOf(ports.bytes, folder, manifest, undefined);
  throw new AppError('delivery-already-frozen', { folder });
}

function checkCounts(spec: DeliverySpec, staged: Staged, folder: string): void {
  const found = staged.rows - staged.seeds;
  if (found !== spec.waterfall.sent) throw new AppError('delivery-counts-differ', { folder, found, counted: spec.waterfall.sent });
  if (staged.seeds !== spec.waterfall.seeds)
    throw new AppError('delivery-counts-differ', { folder, found: staged.seeds, counted: spec.waterfall.seeds });
}

async function writeContent({ files, bytes }: FreezePorts, spec: DeliverySpec, folder: string): Promise<Manifest['content']> {
  const written: Manifest['content'] = [];
  for (const [name, text] of Object.entries(spec.content).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const content = typeof text === 'string' ? toUtf8(text) : text;
    const sha256 = toHex(bytes.sha256(content));
    await files.write(pathIn(folder, 'content', sha256), content);
    written.push({ name, sha256, bytes: content.length });
  }
  return written;
}

/** All that is written to a folder, or nothing of it: what cannot be removed is when it is frozen again. */
async function written<T>({ files }: FreezePorts, folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    try {
      // With it a folder counts as frozen: the disk may fail after it was there.
      await files.remove(pathIn(folder, manifestName));
      await files.remove(pathIn(folder));
    } catch (later) {
      if (!isAppError(later)) throw later;
    }
    throw error;
  }
}

/** The engine prints the next chunk while the one before is being compressed and stored. */
async function packChunks(
  ports: FreezePorts,
  connection: Connection,
  staged: Staged,
  folder: string,
  options: FreezeOptions,
): Promise<Chunk[]> {
  const written: Chunk[] = [];
  const cancel = options.signal === undefined ? {} : { signal: options.signal };
  let storing: Promise<void> = Promise.resolve();
  try {
    for (let seq = 0; seq < staged.chunks; seq++) {
      throwIfCancelled(options.signal);
      const plain = pathIn(folder, `rows-${seq}.part`);
      const rows = await connection.exportTo(chunkSelect(staged, seq), ports.files.resolve(plain), { kind: 'ndjson', gzip: false }, cancel);
      await storing;
      storing = storeChunk(ports, folder, plain).then((part) => {
        written.push({ seq, rows, ...part });
        options.onProgress?.({ chunksDone: written.length, chunks: staged.chunks });
      });
    }
  } finally {
    // Nothing may still be writing when the caller goes on, even after a failure.
    await storing;
  }
  return written;
}

async function storeChunk({ files, bytes }: FreezePorts, folder: string, plain: string): Promise<{ sha256: string; bytes: number }> {
  const packed = await bytes.gzip(await files.read(plain));
  const sha256 = toHex(bytes.sha256(packed));
  await files.write(pathIn(folder, sha256), packed);
  await files.remove(plain);
  return { sha256, bytes: packed.length };
}

function manifestOf(spec: DeliverySpec, staged: Staged, chunks: Chunk[], content: Manifest['content']): Manifest {
  return {
    format: manifestFormat,
    campaign: spec.campaign,
    message: spec.message,
    channel: spec.channel,
    wave: spec.wave,
    frozen_at: spec.frozenAt,
    send_at: spec.validity.sendAt,
    zone: spec.validity.zone,
    expires_at: spec.validity.expiresAt,
    schema: [...spec.columns],
    counts: { recipients: staged.rows - staged.seeds, seeds: staged.seeds },
    eligibility: spec.waterfall,
    content,
    chunks,
  };
}
