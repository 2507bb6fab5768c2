import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** What may happen to one connection. `half-open` keeps it up and passes nothing on. */
export const toxics = [
  'pass',
  'reset',
  'reset-midway',
  'delay',
  'truncate',
  'ack-lost',
  'half-open',
  'duplicate',
  'corrupt-request',
  'corrupt-answer',
] as const;
export type Toxic = (typeof toxics)[number];

export interface FaultProxy {
  url: string;
  /** How often each toxic met a connection. */
  met: Record<Toxic, number>;
  /** While true, everything is refused. */
  outage: boolean;
  to(port: number): void;
  close(): Promise<void>;
}

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A TCP proxy that harms every connection with the probability `share`, one toxic each. */
export async function startFaultProxy(random: () => number, share: number): Promise<FaultProxy> {
  let port = 0;
  const open = new Set<Socket>();
  const met = Object.fromEntries(toxics.map((toxic) => [toxic, 0])) as Record<Toxic, number>;
  const server = createServer((client) => {
    track(open, client);
    if (proxy.outage) return client.resetAndDestroy();
    const toxic = random() < share ? (toxics[1 + Math.floor(random() * (toxics.length - 1))] ?? 'pass') : 'pass';
    met[toxic] += 1;
    if (toxic === 'reset') return client.resetAndDestroy();
    const upstream = connect(port, '127.0.0.1');
    track(open, upstream);
    join(client, upstream, toxic, random, port, open);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    met,
    outage: false,
    to: (next) => {
      port = next;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

function track(open: Set<Socket>, socket: Socket): void {
  open.add(socket);
  // A broken connection is what this proxy is for; `close` follows every error.
  socket.on('error', () => undefined);
  socket.on('close', () => open.delete(socket));
}

function join(client: Socket, upstream: Socket, toxic: Toxic, random: () => number, port: number, open: Set<Socket>): void {
  const after = Math.floor(random() * 3000);
  let sent = 0;
  const repeated: Buffer[] = [];
  client.on('data', (piece) => {
    sent += piece.length;
    if (toxic === 'half-open') return;
    if (toxic === 'reset-midway' && sent > after) return both(client, upstream, (socket) => socket.resetAndDestroy());
    if (toxic === 'duplicate') repeated.push(piece);
    write(upstream, toxic === 'corrupt-request' ? flipped(piece, random) : piece, toxic === 'delay' ? 20 + random() * 80 : 0);
  });
  upstream.on('data', (piece) => {
    if (toxic === 'ack-lost') return both(client, upstream, (socket) => socket.resetAndDestroy());
    if (toxic === 'truncate') {
      client.end(piece.subarray(0, Math.floor(piece.length * random())));
      return upstream.destroy();
    }
    client.write(toxic === 'corrupt-answer' ? flipped(piece, random) : piece);
    if (toxic === 'duplicate') again(repeated.splice(0), port, open);
  });
  client.on('close', () => upstream.destroy());
  upstream.on('close', () => client.destroy());
}

function write(socket: Socket, piece: Buffer, delay: number): void {
  if (delay === 0) socket.write(piece);
  else setTimeout(() => socket.writable && socket.write(piece), delay);
}

function flipped(piece: Buffer, random: () => number): Buffer {
  const copy = Buffer.from(piece);
  const at = Math.floor(random() * copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  return copy;
}

/** The same request once more on a connection of its own, as a network that repeats itself would. */
function again(pieces: Buffer[], port: number, open: Set<Socket>): void {
  const socket = connect(port, '127.0.0.1');
  track(open, socket);
  for (const piece of pieces) socket.write(piece);
  socket.on('data', () => socket.end());
  socket.setTimeout(2000, () => socket.destroy());
}

function both(a: Socket, b: Socket, act: (socket: Socket) => void): void {
  act(a);
  act(b);
}
