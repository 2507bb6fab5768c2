import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { toHex } from '../../core/base/utf8';
import { addsUp, manifest as manifestSchema } from '../../core/delivery/manifest';
import { type ResultsPage, recipientResult } from '../../core/delivery/protocol';
import type { Bytes } from '../../core/ports/bytes';
import { committer } from './commit';
import { Refusal } from './refusal';
import { commitName, type Held, readLines, type Store, statusOf } from './store';

type Ids = { Params: { id: string; sha?: string }; Querystring: { after?: string; limit?: string } };

const delivery = '/v1/deliveries/:id(^[0-9a-f]{64}$)';
const file = ':sha(^[0-9a-f]{64}$)';

/** The protocol of `core/delivery/openapi.json`. Bodies are raw bytes; everything was authorised before. */
export function addRoutes(
  app: FastifyInstance,
  store: Store,
  bytes: Pick<Bytes, 'sha256'>,
  now: () => number,
  commitPatience: number,
): void {
  const commit = committer(store, now);
  const hashOf = (body: unknown) => toHex(bytes.sha256(bodyOf(body)));

  app.put<Ids>(delivery, async ({ params: { id }, body }, reply) => {
    const known = store.find(id);
    if (hashOf(body) !== id) throw new Refusal('hash-mismatch');
    if (known === undefined) {
      const parsed = manifestSchema.safeParse(parseJson(bodyOf(body)));
      if (!parsed.success || !addsUp(parsed.data))
        throw new Refusal('bad-manifest', { detail: parsed.error?.issues[0]?.path.join('.') ?? 'counts' });
      refuseLate(parsed.data.expires_at, now());
      reply.code(201);
      return statusOf(await store.begin(id, parsed.data, bodyOf(body)));
    }
    return statusOf(known);
  });

  app.get<Ids>(delivery, async ({ params: { id } }) => statusOf(heldIn(store, id)));

  for (const kind of ['chunks', 'content'] as const) {
    app.put<Ids>(`${delivery}/${kind}/${file}`, async ({ params: { id, sha = '' }, body }, reply) => {
      const held = heldIn(store, id);
      if (!held.manifest[kind].some((part) => part.sha256 === sha)) throw new Refusal('not-in-manifest');
      if (hashOf(body) !== sha) throw new Refusal('hash-mismatch');
      if (await store.keep(held, kind, sha, bodyOf(body))) reply.code(201);
      return { sha256: sha, bytes: bodyOf(body).length };
    });
  }

  app.post<Ids>(`${delivery}/commit`, async ({ params: { id } }, reply) => {
    const held = heldIn(store, id);
    if (held.receipt !== undefined) return held.receipt;
    refuseLate(held.manifest.expires_at, now());
    const receipt = await inTime(commit(held), commitPatience);
    if (receipt === undefined) reply.code(202);
    return receipt ?? statusOf(held);
  });

  app.get<Ids>(`${delivery}/results`, async ({ params: { id }, query }) =>
    resultsOf(heldIn(store, id), query.after, Number(query.limit ?? 1000)),
  );
}

/** @returns undefined when the work takes longer; who asks again learns how it ended */
async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const bodyOf = (body: unknown): Uint8Array => (body instanceof Uint8Array ? body : new Uint8Array());

function heldIn(store: Store, id: string): Held {
  const held = store.find(id);
  if (held === undefined) throw new Refusal('unknown-delivery');
  return held;
}

function refuseLate(expires: string | null, now: number): void {
  if (expires !== null && now >= Date.parse(expires)) throw new Refusal('expired');
}

function parseJson(content: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(content).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** `after` is the byte in the file of results where the page begins; the receipt comes first there and is not a result. */
async function resultsOf(held: Held, after: string | undefined, limit: number): Promise<ResultsPage> {
  if (held.receipt === undefined) return { results: [], next: null };
  const path = join(held.folder, commitName);
  const start = after === undefined || !/^\d{1,15}$/.test(after) ? (await readLines(path, 0, 1)).next : Number(after);
  if (start === null) return { results: [], next: null };
  const { text, next } = await readLines(path, start, Math.min(Math.max(1, Math.trunc(limit) || 1), 5000));
  return { results: text.map((line) => recipientResult.parse(JSON.parse(line))), next: next === null ? null : String(next) };
}
