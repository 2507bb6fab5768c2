import { AppError } from '../base/errors';
import { parseDocument } from '../model/parse';
import { type CancelSource, cancelSource } from './cancel-source';
import { assertCarried } from './carried';
import type { Channel } from './channel';
import type { Contract, Handlers } from './define';
import { toWire } from './errors';
import type { Frame } from './frames';

type Call = Extract<Frame, { kind: 'call' }>;
type Handler = (input: unknown, context: { signal: CancelSource['signal']; progress(value: unknown): void }) => unknown;

/**
 * Answers the calls that arrive on a channel. Input is checked against the contract before a handler sees it.
 * When the caller cancels, or the line is lost, the handler's signal fires and its outcome is no longer sent.
 */
export function serve<C extends Contract>(contract: C, handlers: Handlers<C>, channel: Channel): void {
  // A map, because a plain object also answers to `constructor`.
  const methods = new Map(Object.entries(contract));
  const running = new Map<number, CancelSource>();

  const run = async (call: Call, source: CancelSource): Promise<unknown> => {
    const method = methods.get(call.method);
    if (!method) throw new AppError('unknown-method', { method: call.method });
    const input = parseDocument(method.input, call.value, call.method);
    const handler = handlers[call.method] as Handler;
    const value = await handler(input, {
      signal: source.signal,
      progress: (progress) => {
        if (running.get(call.id) !== source || source.signal.aborted) return;
        channel.send({ kind: 'progress', id: call.id, value: progress });
      },
    });
    assertCarried(value);
    return value;
  };

  const answer = async (call: Call): Promise<void> => {
    if (running.has(call.id)) {
      channel.send({ kind: 'failed', id: call.id, error: toWire(new Error(`call ${call.id} is already running`)) });
      return;
    }
    const source = cancelSource();
    running.set(call.id, source);
    let reply: Frame;
    try {
      reply = { kind: 'done', id: call.id, value: await run(call, source) };
    } catch (error) {
      reply = { kind: 'failed', id: call.id, error: toWire(error) };
    }
    running.delete(call.id);
    if (!source.signal.aborted) channel.send(reply);
  };

  channel.listen({
    frame: (frame) => {
      if (frame.kind === 'call') void answer(frame);
      else if (frame.kind === 'cancel') running.get(frame.id)?.cancel();
    },
    closed: () => {
      for (const source of running.values()) source.cancel();
    },
  });
}
