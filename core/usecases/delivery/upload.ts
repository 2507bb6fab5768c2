import { AppError } from '../../base/errors';
import { toHex } from '../../base/utf8';
import { pathIn } from '../../delivery/folder';
import { paths } from '../../delivery/protocol';
import type { EndpointCalls } from './call-endpoint';
import type { SyncPorts } from './ports';
import type { FrozenDelivery } from './read-folder';

/** One file to bring over: where it lies, and the hash it must have. */
export interface Part {
  file: string;
  sha256: string;
  path: string;
  contentType: string;
}

/** The files that the endpoint says it misses. */
export function missingParts(frozen: FrozenDelivery, chunks: readonly number[], content: readonly string[]): Part[] {
  const { id, manifest } = frozen;
  return [
    ...content.map((sha256) => ({
      file: `content/${sha256}`,
      sha256,
      path: paths.content(id, sha256),
      contentType: 'application/octet-stream',
    })),
    ...manifest.chunks
      .filter((chunk) => chunks.includes(chunk.seq))
      .map(({ sha256 }) => ({ file: sha256, sha256, path: paths.chunk(id, sha256), contentType: 'application/gzip' })),
  ];
}

/** @throws AppError `delivery-tampered` unless the file is there and is the one that was frozen */
export async function readPart(
  ports: Pick<SyncPorts, 'files' | 'bytes'>,
  folder: string,
  part: { file: string; sha256: string },
): Promise<Uint8Array> {
  const path = pathIn(folder, part.file);
  if (!(await ports.files.exists(path))) throw new AppError('delivery-tampered', { folder, file: part.file });
  const content = await ports.files.read(path);
  if (toHex(ports.bytes.sha256(content)) !== part.sha256) throw new AppError('delivery-tampered', { folder, file: part.file });
  return content;
}

/**
 * Sends the parts, a few at a time, each checked before it leaves.
 * @returns false when the endpoint has forgotten the delivery meanwhile
 */
export async function uploadParts(
  ports: SyncPorts,
  calls: EndpointCalls,
  frozen: FrozenDelivery,
  parts: readonly Part[],
  parallel: number,
  onPart: (done: number) => void,
): Promise<boolean> {
  const waiting = parts.values();
  let done = 0;
  let known = true;
  const work = async () => {
    for (const part of waiting) {
      if (!known) return;
      const body = await readPart(ports, frozen.folder, part);
      const reply = await calls.call({ method: 'PUT', path: part.path, body, contentType: part.contentType });
      if (reply.kind === 'restart') known = false;
      else {
        calls.achieved();
        onPart(++done);
      }
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: parallel }, work));
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
  return known;
}
