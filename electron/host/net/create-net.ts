import { Agent, type Dispatcher, errors, request } from 'undici';
import { AppError, isAppError } from '../../../core/base/errors';
import type { Net, NetAnswer, NetRequest } from '../../../core/ports/net';
import { isPublicHost } from './address';
import { connector, type Lookup } from './connect';

export interface NetOptions {
  /** Milliseconds without which a step counts as failed. */
  timeouts?: { connect: number; headers: number; body: number };
  /** Bytes of an answer; more is refused. */
  answerLimit?: number;
  lookup?: Lookup;
}

const usual = { connect: 10_000, headers: 60_000, body: 30_000 };

/** HTTP/1.1 for endpoints. Connections are kept apart by whether private addresses are allowed, so that none is ever shared. */
export function createNet(options: NetOptions = {}): Net & { close(): Promise<void> } {
  const { timeouts = usual, answerLimit = 16 * 1024 * 1024, lookup } = options;
  const agent = (allowPrivate: boolean) =>
    new Agent({
      connect: connector({ allowPrivate, timeout: timeouts.connect, ...(lookup === undefined ? {} : { lookup }) }),
      headersTimeout: timeouts.headers,
      bodyTimeout: timeouts.body,
      allowH2: false,
    });
  const agents = { open: agent(true), guarded: agent(false) };

  async function send(wanted: NetRequest): Promise<NetAnswer> {
    const url = checkedUrl(wanted);
    try {
      return await exchange(wanted, url, wanted.allowPrivate ? agents.open : agents.guarded, answerLimit);
    } catch (error) {
      throw netError(error, url, wanted);
    }
  }

  return {
    send,
    async close() {
      await Promise.all([agents.open.destroy(), agents.guarded.destroy()]);
    },
  };
}

function checkedUrl({ url: text, allowPrivate }: NetRequest): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    throw new AppError('net-bad-url', { url: text.replace(/\/\/[^/@]*@/, '//…@') });
  }
  if (!allowPrivate && !isPublicHost(url.hostname)) throw new AppError('net-refused-address', { host: url.host, address: url.hostname });
  return url;
}

async function exchange(wanted: NetRequest, url: URL, dispatcher: Dispatcher, answerLimit: number): Promise<NetAnswer> {
  const cancelled = new AbortController();
  const cancel = () => cancelled.abort();
  if (wanted.signal?.aborted) cancel();
  wanted.signal?.addEventListener('abort', cancel, { once: true });
  try {
    const answer = await request(url, {
      method: wanted.method,
      headers: { ...wanted.headers },
      body: wanted.body ?? null,
      dispatcher,
      signal: cancelled.signal,
    });
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
    }
    return { status: answer.statusCode, headers, body: await readBody(answer.body, url, answerLimit) };
  } finally {
    wanted.signal?.removeEventListener('abort', cancel);
  }
}

async function readBody(body: Dispatcher.ResponseData['body'], url: URL, limit: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > limit) throw new AppError('net-answer-too-large', { host: url.host, limit });
  }
  return Buffer.concat(pieces);
}

const untrusted = /^(?:ERR_TLS_|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|ERR_SSL_)/;

/** Anything that happened on the way is worth another try, except a certificate that cannot be trusted. */
function netError(error: unknown, url: URL, wanted: NetRequest): unknown {
  if (isAppError(error)) return error;
  if (wanted.signal?.aborted) return new AppError('cancelled');
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (error instanceof errors.InvalidArgumentError || (error instanceof TypeError && code === '')) return error;
  if (untrusted.test(code)) return new AppError('net-untrusted', { host: url.host, reason: code }, { cause: error });
  return new AppError('net-unreachable', { host: url.host, reason: code || error.message }, { cause: error });
}
