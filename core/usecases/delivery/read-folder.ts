import { AppError } from '../../base/errors';
import { canonicalJson } from '../../base/hashing';
import { fromUtf8, toHex } from '../../base/utf8';
import { manifestName, pathIn, receiptName } from '../../delivery/folder';
import { addsUp, type Manifest, manifest } from '../../delivery/manifest';
import { type Receipt, receipt } from '../../delivery/protocol';
import type { Bytes } from '../../ports/bytes';
import type { Files } from '../../ports/files';

export interface FrozenDelivery {
  folder: string;
  /** SHA-256 of the manifest's bytes. */
  id: string;
  bytes: Uint8Array;
  manifest: Manifest;
}

function parseJson(content: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(content));
  } catch {
    return undefined;
  }
}

/** @throws AppError `delivery-not-frozen`, `delivery-tampered` when it is not a manifest in canonical form that adds up */
export async function readManifest(ports: { files: Files; bytes: Bytes }, folder: string): Promise<FrozenDelivery> {
  const path = pathIn(folder, manifestName);
  if (!(await ports.files.exists(path))) throw new AppError('delivery-not-frozen', { folder });
  const content = await ports.files.read(path);
  const value = parseJson(content);
  const parsed = manifest.safeParse(value);
  if (!parsed.success || !addsUp(parsed.data) || canonicalJson(value) !== fromUtf8(content)) {
    throw new AppError('delivery-tampered', { folder, file: manifestName });
  }
  return { folder, id: toHex(ports.bytes.sha256(content)), bytes: content, manifest: parsed.data };
}

/** @throws AppError `delivery-tampered` when there is a file but it is no receipt for this delivery */
export async function readReceipt(ports: { files: Files }, frozen: FrozenDelivery): Promise<Receipt | undefined> {
  const path = pathIn(frozen.folder, receiptName);
  if (!(await ports.files.exists(path))) return undefined;
  const parsed = receipt.safeParse(parseJson(await ports.files.read(path)));
  if (!parsed.success || parsed.data.id !== frozen.id)
    throw new AppError('delivery-tampered', { folder: frozen.folder, file: receiptName });
  return parsed.data;
}
