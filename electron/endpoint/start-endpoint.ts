import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { contentDigest } from '../../core/delivery/content-digest';
import type { Bytes } from '../../core/ports/bytes';
import { authoriser } from './authorise';
import { nativeDigests } from './digests';
import { crashes, drawFault, type Fault, parseFaults, skewOf } from './faults';
import { type Effect, readEffects } from './ledger';
import { lockFolder } from './lock';
import { Refusal } from './refusal';
import { addRoutes } from './routes';
import { openStore } from './store';

export interface EndpointOptions {
  dir: string;
  /** 0 takes any free port. */
  port: number;
  /** Several while a secret is being replaced. */
  secret: string | readonly string[];
  /** See `Fault` for the grammar. */
  faults?: string;
  host?: string;
  now?: () => number;
  /** Uniform in [0, 1): which request meets a fault. */
  random?: () => number;
  /** Milliseconds after which a commit that still works is answered with 202. */
  commitPatience?: number;
  /** Told what the endpoint itself did not expect. */
  onDefect?: (error: unknown) => void;
}

export interface RunningEndpoint {
  url: string;
  close(): Promise<void>;
  /** One entry per effect in order of delivery, repeated if it happened repeatedly. */
  ledger(): Promise<Effect[]>;
}

const bodyLimit = 64 * 1024 * 1024;

/**
 * The reference endpoint: durable, and able to show faults on demand.
 * @throws AppError `delivery-bad-secret`, `endpoint-bad-faults`, `endpoint-folder-in-use`
 */
export async function startEndpoint(options: EndpointOptions): Promise<RunningEndpoint> {
  const { dir, port, secret, host = '127.0.0.1', random = Math.random } = options;
  const faults = parseFaults(options.faults ?? '');
  const now = () => (options.now?.() ?? Date.now()) + skewOf(faults) * 1000;
  const authorise = authoriser(typeof secret === 'string' ? [secret] : secret, nativeDigests, now);
  const unlock = await lockFolder(dir);
  const store = await openStore(dir, (point) => {
    if (crashes(faults, point, random)) process.kill(process.pid, 'SIGKILL');
  });

  const app = fastify({ logger: false, bodyLimit, forceCloseConnections: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  addFaults(app, faults, random);
  app.addHook('preHandler', async (request) => {
    const header = (name: string) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    };
    const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
    authorise({ method: request.method, url: request.url, header, body });
  });
  app.setSerializerCompiler(() => JSON.stringify);
  app.addHook('onSend', async (_request, reply, payload) => withDigest(reply, payload, nativeDigests));
  app.setErrorHandler((error, _request, reply) => {
    const refusal = refusalFor(error);
    if (refusal.type === 'failed') options.onDefect?.(error);
    return reply.code(refusal.status).type('application/problem+json').send(JSON.stringify(refusal.document));
  });
  addRoutes(app, store, nativeDigests, now, options.commitPatience ?? 20_000);
  await app.listen({ host, port });
  const address = app.server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}`,
    async close() {
      await app.close();
      await unlock();
    },
    async ledger() {
      const effects: Effect[] = [];
      for (const held of store.all()) for await (const effect of readEffects(held)) effects.push(effect);
      return effects;
    },
  };
}

function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const tooLarge = error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
  return new Refusal(tooLarge ? 'too-large' : 'failed');
}

/** Every answer carries the digest of its body, so that one damaged on its way is not believed. */
function withDigest(reply: FastifyReply, payload: unknown, bytes: Pick<Bytes, 'sha256'>): unknown {
  const body = typeof payload === 'string' ? Buffer.from(payload) : payload instanceof Uint8Array ? payload : new Uint8Array();
  reply.header('content-digest', contentDigest(bytes.sha256(body)));
  return payload;
}

function addFaults(app: FastifyInstance, faults: readonly Fault[], random: () => number): void {
  app.addHook('onRequest', async (request, reply) => {
    const fault = drawFault(faults, random);
    if (fault === undefined) return;
    const { name, argument } = fault;
    if (/^\d+$/.test(name)) {
      if (argument !== undefined) reply.header('retry-after', String(argument));
      return reply.code(Number(name)).send('');
    }
    if (name === 'html') return reply.code(200).type('text/html').send('<!doctype html><title>Welcome</title>');
    if (name === 'full' && request.method === 'PUT') throw new Refusal('storage-full');
    if (name === 'delay') await new Promise((resolve) => setTimeout(resolve, argument ?? 100));
    if (name === 'drop') {
      reply.hijack();
      request.raw.socket.destroy();
    }
    // Breaking the connection where the answer would leave: the work is done and nobody hears of it.
    if (name === 'ack')
      reply.raw.writeHead = () => {
        request.raw.socket.destroy();
        return reply.raw;
      };
  });
}
