import { AppError } from '../../../core/base/errors';
import { contract, type MusterContract } from '../../../core/rpc/contract';
import type { Handlers } from '../../../core/rpc/define';

export interface HostOptions {
  shell: 'electron' | 'web' | 'test';
  /** Folder for what belongs to no workspace. */
  home: string;
}

export interface Host {
  handlers(): Handlers<MusterContract>;
  close(): Promise<void>;
}

export function createHost(options: HostOptions): Host {
  const absent: Partial<Handlers<MusterContract>> = Object.fromEntries(
    Object.keys(contract).map((method) => [
      method,
      () => {
        throw new AppError('not-found', { kind: 'method', name: method, known: 'app.hello' });
      },
    ]),
  );
  const hello: Pick<Handlers<MusterContract>, 'app.hello'> = { 'app.hello': () => ({ version: '0.1.0', ...options }) };
  const handlers = Object.assign(absent, hello) as typeof hello & Handlers<MusterContract>;
  return { handlers: () => handlers, close: async () => {} };
}
