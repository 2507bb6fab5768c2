import { isAppError } from '../../base/errors';
import { deliveriesFolder, manifestName, pathIn } from '../../delivery/folder';
import type { DeliverySummary } from '../../model/report';
import type { Bytes } from '../../ports/bytes';
import type { Files } from '../../ports/files';
import { readManifest, readReceipt } from './read-folder';
import { problemOf, summaryOf } from './summary';

/**
 * Every delivery that was frozen, in order of folder. The folders are the only truth, so there is no index that could be
 * wrong; a folder that was changed shows as `stopped` with its problem. Unfinished ones are left out: their run freezes them again.
 */
export async function listDeliveries(ports: { files: Files; bytes: Bytes }): Promise<DeliverySummary[]> {
  if (!(await ports.files.exists(deliveriesFolder))) return [];
  const found: DeliverySummary[] = [];
  for (const folder of await ports.files.list(deliveriesFolder)) {
    if (folder.startsWith('.') || !(await ports.files.exists(pathIn(folder, manifestName)))) continue;
    found.push(await summaryIn(ports, folder));
  }
  return found;
}

async function summaryIn(ports: { files: Files; bytes: Bytes }, folder: string): Promise<DeliverySummary> {
  try {
    const frozen = await readManifest(ports, folder);
    return summaryOf(ports.bytes, folder, frozen.manifest, await readReceipt(ports, frozen));
  } catch (error) {
    if (!isAppError(error) || error.code !== 'delivery-tampered') throw error;
    return {
      folder,
      campaign: 'unknown',
      message: 'unknown',
      channel: '',
      recipients: 0,
      state: 'stopped',
      frozenAt: null,
      deliveredAt: null,
      manifest: '',
      problem: problemOf(folder, error),
    };
  }
}
