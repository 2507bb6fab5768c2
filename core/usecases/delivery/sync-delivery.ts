import type { CancelSignal } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import { canonicalJson } from '../../base/hashing';
import { type Patience, patience } from '../../delivery/backoff';
import { pathIn, receiptName } from '../../delivery/folder';
import { deliveryStatus, paths, type Receipt, receipt as receiptSchema } from '../../delivery/protocol';
import { firstStage, type Happened, nextStage, type Stage } from '../../delivery/stage';
import type { Endpoint } from '../../model/endpoint';
import type { DeliverySummary } from '../../model/report';
import { type EndpointCalls, endpointCalls, hostIn, type Reply } from './call-endpoint';
import type { SyncPorts } from './ports';
import { type FrozenDelivery, readManifest, readReceipt } from './read-folder';
import { summaryOf } from './summary';
import { missingParts, readPart, uploadParts } from './upload';

export interface SyncProgress {
  folder: string;
  chunksDone: number;
  chunks: number;
  state: DeliverySummary['state'];
  waitingSeconds?: number;
}

export interface SyncOptions {
  signal?: CancelSignal;
  onProgress?: (progress: SyncProgress) => void;
  policy?: Patience;
}

/**
 * Brings one frozen delivery to an endpoint, from wherever it stopped before, and keeps the receipt.
 * Done again after a receipt, it does nothing.
 * @throws AppError `delivery-waiting` when the endpoint could not be had for now; `delivery-refused`, `delivery-unauthorised`,
 * `delivery-expired`, `delivery-tampered`, `delivery-not-frozen`, `delivery-wrong-receipt`, `delivery-no-secret`, `delivery-bad-secret`,
 * `net-refused-address`, `net-bad-url`, `net-untrusted`, `net-answer-too-large`, `cancelled`
 */
export async function syncDelivery(
  ports: SyncPorts,
  folder: string,
  endpoint: Endpoint,
  options: SyncOptions = {},
): Promise<DeliverySummary> {
  const frozen = await readManifest(ports, folder);
  const kept = await readReceipt(ports, frozen);
  if (kept !== undefined) return summaryOf(ports.bytes, folder, frozen.manifest, kept);
  const secret = await ports.secrets.read(endpoint.secret);
  if (secret === undefined) throw new AppError('delivery-no-secret', { name: endpoint.name });
  for (const { sha256 } of frozen.manifest.content) await readPart(ports, folder, { file: `content/${sha256}`, sha256 });

  const policy = options.policy ?? patience;
  const chunks = frozen.manifest.chunks.length;
  let chunksDone = 0;
  const report = (state: DeliverySummary['state'], waitingSeconds?: number) =>
    options.onProgress?.({ folder, chunksDone, chunks, state, ...(waitingSeconds === undefined ? {} : { waitingSeconds }) });
  const calls = endpointCalls(ports, endpoint, secret, {
    folder,
    policy,
    onWaiting: (seconds) => report('waiting', seconds),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });

  const upload = async (stage: Extract<Stage, { kind: 'upload' }>): Promise<Happened> => {
    const parts = missingParts(frozen, stage.chunks, stage.content);
    const before = chunks - stage.chunks.length;
    const known = await uploadParts(ports, calls, frozen, parts, policy.parallel, (done) => {
      chunksDone = Math.min(chunks, before + Math.max(0, done - stage.content.length));
      report('syncing');
    });
    return { kind: known ? 'uploaded' : 'restart' };
  };

  let stage = firstStage;
  while (stage.kind !== 'finish') {
    report('syncing');
    refuseLate(frozen, calls.now());
    stage = nextStage(await (stage.kind === 'upload' ? upload(stage) : ask(calls, frozen, stage.kind)));
  }
  checkReceipt(frozen, stage.receipt, endpoint);
  await ports.files.write(pathIn(folder, receiptName), canonicalJson(stage.receipt));
  report('delivered');
  return summaryOf(ports.bytes, folder, frozen.manifest, stage.receipt);
}

function refuseLate({ folder, manifest }: FrozenDelivery, now: number): void {
  const expires = manifest.expires_at;
  if (expires !== null && now >= Date.parse(expires)) throw new AppError('delivery-expired', { folder, expires });
}

/** One request that moves the delivery on; a reply that is none of ours counts as a failure and asks again from the start. */
async function ask(calls: EndpointCalls, { id, bytes }: FrozenDelivery, kind: 'announce' | 'commit' | 'poll'): Promise<Happened> {
  const reply = await request(calls, id, bytes, kind);
  if (reply.kind !== 'yes') {
    await calls.failed(reply.kind);
    return { kind: reply.kind };
  }
  const receipt = kind === 'commit' && reply.status === 200 ? receiptSchema.safeParse(reply.value) : undefined;
  if (receipt?.success) return { kind: 'receipt', receipt: receipt.data };
  const status = deliveryStatus.safeParse(reply.value);
  if (!status.success || status.data.id !== id) {
    await calls.failed(`HTTP ${reply.status} with an unknown answer`);
    return { kind: 'restart' };
  }
  if (status.data.state === 'committing') await calls.failed('committing');
  return { kind: 'status', status: status.data };
}

function request(calls: EndpointCalls, id: string, manifest: Uint8Array, kind: 'announce' | 'commit' | 'poll'): Promise<Reply> {
  switch (kind) {
    case 'announce':
      return calls.call({ method: 'PUT', path: paths.delivery(id), body: manifest, contentType: 'application/json' });
    case 'commit':
      return calls.call({ method: 'POST', path: paths.commit(id) });
    case 'poll':
      return calls.call({ method: 'GET', path: paths.delivery(id) });
  }
}

/** A receipt for something else, or one that does not add up, must not end a delivery. */
function checkReceipt({ folder, id, manifest }: FrozenDelivery, receipt: Receipt, endpoint: Endpoint): void {
  const rejected = receipt.rejected.reduce((sum, part) => sum + part.rows, 0);
  const fits = receipt.id === id && receipt.recipients === manifest.counts.recipients && receipt.seeds === manifest.counts.seeds;
  if (!fits || receipt.accepted + rejected !== receipt.recipients)
    throw new AppError('delivery-wrong-receipt', { folder, host: hostIn(endpoint.url) });
}
