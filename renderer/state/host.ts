import type { MusterContract } from '../../core/rpc/contract';
import type { Input, Output, Progress } from '../../core/rpc/define';

export type MethodName = keyof MusterContract;

export interface CallOptions<M extends MethodName> {
  signal?: AbortSignal;
  onProgress?: (progress: Progress<MusterContract[M]>) => void;
}

/** The one way to ask the host for something. */
export type Call = <M extends MethodName>(
  method: M,
  input: Input<MusterContract[M]>,
  options?: CallOptions<M>,
) => Promise<Output<MusterContract[M]>>;

let connected: Call | undefined;

export function connectHost(call: Call): void {
  connected = call;
}

/** @throws AppError as the host raised it; anything else is a defect */
export const call: Call = (method, input, options) => {
  if (!connected) throw new Error(`asked for ${method} before the host was there`);
  return connected(method, input, options);
};
