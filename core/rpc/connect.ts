import type { CancelSignal } from '../base/cancellation';
import { AppError } from '../base/errors';
import { parseDocument } from '../model/parse';
import { assertCarried } from './carried';
import type { Channel } from './channel';
import type { Contract, Input, Output, Progress } from './define';
import { fromWire } from './errors';
import type { Frame } from './frames';

export interface CallOptions<P> {
  signal?: CancelSignal;
  onProgress?: (progress: P) => void;
}

/** The window's end of a channel. */
export interface Client<C extends Contract> {
  /** @throws AppError as the host raised it, `cancelled`, or `host-lost` when the line is gone */
  call<M extends keyof C>(method: M, input: Input<C[M]>, options?: CallOptions<Progress<C[M]>>): Promise<Output<C[M]>>;
  /** Calls once when the line is gone; at once when it already is. */
  onLost(listener: () => void): void;
  close(): void;
}

interface Pending {
  method: string;
  resolve(value: unknown): void;
  reject(error: unknown): void;
  progress(value: unknown): void;
}

/** @param options.checkOutput also checks what the host answers against the contract (development and tests) */
export function connect<C extends Contract>(contract: C, channel: Channel, options: { checkOutput?: boolean } = {}): Client<C> {
  const pending = new Map<number, Pending>();
  const lostListeners: (() => void)[] = [];
  let lost = false;
  let lastId = 0;

  const settle = (frame: Exclude<Frame, { kind: 'call' | 'cancel' }>): void => {
    const call = pending.get(frame.id);
    if (!call) return;
    switch (frame.kind) {
      case 'progress':
        call.progress(frame.value);
        return;
      case 'failed':
        call.reject(fromWire(frame.error));
        return;
      case 'done':
        call.resolve(frame.value);
        return;
    }
  };

  channel.listen({
    frame: (frame) => {
      if (frame.kind !== 'call' && frame.kind !== 'cancel') settle(frame);
    },
    closed: () => {
      lost = true;
      for (const call of [...pending.values()]) call.reject(new AppError('host-lost'));
      for (const listener of lostListeners.splice(0)) listener();
    },
  });

  const start = (method: string, input: unknown, signal: CancelSignal | undefined, onProgress: (value: unknown) => void) =>
    new Promise<unknown>((resolve, reject) => {
      if (lost) return reject(new AppError('host-lost'));
      if (signal?.aborted) return reject(new AppError('cancelled'));
      const id = ++lastId;
      const cancel = (): void => {
        channel.send({ kind: 'cancel', id });
        finish();
        reject(new AppError('cancelled'));
      };
      const finish = (): void => {
        pending.delete(id);
        signal?.removeEventListener('abort', cancel);
      };
      const call: Pending = {
        method,
        resolve: (value) => {
          finish();
          resolve(value);
        },
        reject: (error) => {
          finish();
          reject(error);
        },
        progress: onProgress,
      };
      assertCarried(input);
      pending.set(id, call);
      signal?.addEventListener('abort', cancel, { once: true });
      channel.send({ kind: 'call', id, method, value: input });
    });

  return {
    async call(method, input, callOptions = {}) {
      const answer = await start(String(method), input, callOptions.signal, (value) => callOptions.onProgress?.(value as never));
      const schema = contract[method]?.output;
      const output: unknown = options.checkOutput && schema ? parseDocument(schema, answer, `answer of ${String(method)}`) : answer;
      return output as Output<C[typeof method]>;
    },
    onLost: (listener) => {
      if (lost) listener();
      else lostListeners.push(listener);
    },
    close: () => channel.close(),
  };
}
