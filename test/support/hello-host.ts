import { AppError } from '../../core/base/errors';
import { contract, type MusterContract } from '../../core/rpc/contract';
import type { Handlers } from '../../core/rpc/define';
import type { Host } from '../../electron/host/handlers/index';

/** A host that only says hello: what a shell needs to prove that a line works. */
export function helloHost(shell: 'electron' | 'web' | 'test'): Host {
  const refuse = () => {
    throw new AppError('not-found', { kind: 'method', name: 'this', known: 'app.hello' });
  };
  const hello: Pick<Handlers<MusterContract>, 'app.hello'> = { 'app.hello': () => ({ version: '1.2.3', shell, home: '/home' }) };
  const rest: Partial<Handlers<MusterContract>> = Object.fromEntries(Object.keys(contract).map((method) => [method, refuse]));
  const handlers = Object.assign(rest, hello) as typeof hello & Handlers<MusterContract>;
  return { handlers: () => handlers, close: async () => {} };
}
