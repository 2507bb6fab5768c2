import { type CancelSignal, throwIfCancelled } from '../../base/cancellation';
import { AppError, isAppError } from '../../base/errors';
import { backoff, type Patience, retryAfter } from '../../delivery/backoff';
import { contentDigest } from '../../delivery/content-digest';
import { secretKey, sign, tolerance } from '../../delivery/signature';
import { judge, type Verdict } from '../../delivery/verdict';
import type { Endpoint } from '../../model/endpoint';
import type { NetAnswer } from '../../ports/net';
import type { SyncPorts } from './ports';

export interface Call {
  method: 'GET' | 'PUT' | 'POST';
  /** Below the endpoint's URL, with the query. */
  path: string;
  body?: Uint8Array;
  contentType?: string;
}

export type Reply = Extract<Verdict, { kind: 'yes' | 'restart' | 'incomplete' }>;

/** Failures since something was last achieved are counted over all calls of a delivery, so that an outage parks it once. */
export interface EndpointCalls {
  call(request: Call): Promise<Reply>;
  /** Time by the endpoint's clock, in milliseconds. */
  now(): number;
  /** One more failure: waits as long as the policy says, or parks the delivery. */
  failed(said: string, askedFor?: number): Promise<void>;
  achieved(): void;
}

export interface CallOptions {
  folder: string;
  policy: Patience;
  signal?: CancelSignal;
  onWaiting?: (seconds: number) => void;
}

/** Doubtful refusals in a row before they are believed. */
const doubts = 4;

/** @throws AppError `delivery-bad-secret` */
export function endpointCalls(ports: SyncPorts, endpoint: Endpoint, secret: string, options: CallOptions): EndpointCalls {
  const { folder, policy, signal } = options;
  const key = secretKey(secret);
  const host = hostIn(endpoint.url);
  let offset = 0;
  let failures = 0;
  const now = () => ports.clock.now() + offset;

  async function failed(said: string, askedFor?: number): Promise<void> {
    failures += 1;
    if (failures >= policy.tries) throw new AppError('delivery-waiting', { folder, host, said, tries: failures });
    const wait = backoff(policy, failures, ports.timer.random(), askedFor);
    options.onWaiting?.(wait / 1000);
    await ports.timer.wait(wait, signal);
  }

  function signed({ method, path, body = new Uint8Array(), contentType }: Call): Record<string, string> {
    const id = `${method} ${path}`;
    const timestamp = Math.floor(now() / 1000);
    return {
      'content-digest': contentDigest(ports.bytes.sha256(body)),
      'idempotency-key': `"${id}"`,
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': sign(ports.bytes.hmacSha256, key, id, timestamp, body),
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
    };
  }

  async function send(request: Call): Promise<NetAnswer | undefined> {
    throwIfCancelled(signal);
    try {
      return await ports.net.send({
        method: request.method,
        url: endpoint.url.replace(/\/+$/, '') + request.path,
        headers: signed(request),
        allowPrivate: endpoint.allowPrivate,
        ...(request.body === undefined ? {} : { body: request.body }),
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (error) {
      if (!isAppError(error) || error.code !== 'net-unreachable') throw error;
      await failed(String(error.details.reason ?? ''));
      return undefined;
    }
  }

  async function call(request: Call): Promise<Reply> {
    let corrections = 0;
    for (let doubtful = 0; ; ) {
      const answer = await send(request);
      if (answer === undefined) continue;
      const verdict = judge(answer, ports.bytes.sha256);
      switch (verdict.kind) {
        case 'yes':
        case 'restart':
        case 'incomplete':
          return verdict;
        case 'clock': {
          const learned = verdict.serverTime * 1000 - ports.clock.now();
          // The first correction costs nothing; an endpoint that is never content is a failure like any other.
          corrections += 1;
          if (corrections > 1 || Math.abs(learned - offset) < tolerance * 500) await failed('timestamp-out-of-tolerance');
          offset = learned;
          break;
        }
        case 'stop':
          throw new AppError('delivery-refused', { folder, host, said: verdict.said });
        case 'doubt':
          doubtful += 1;
          if (doubtful >= doubts) throw new AppError('delivery-unauthorised', { folder, host });
          await failed(verdict.said);
          break;
        case 'retry':
          await failed(verdict.said, retryAfter(answer.headers['retry-after'], now()));
          break;
      }
    }
  }

  function achieved(): void {
    failures = 0;
  }

  return { call, now, failed, achieved };
}

/** The host and port of an address, for people to read. */
export const hostIn = (url: string): string => /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;
