import type { z } from 'zod';
import type { CancelSignal } from '../base/cancellation';

/** One call: what goes in, what comes out, and what is said on the way. */
export interface Method<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType, P extends z.ZodType = z.ZodType> {
  input: I;
  output: O;
  progress?: P;
}

export type Contract = Readonly<Record<string, Method>>;

export type Input<M extends Method> = z.input<M['input']>;
export type ParsedInput<M extends Method> = z.output<M['input']>;
export type Output<M extends Method> = z.output<M['output']>;
export type Progress<M extends Method> = M extends { progress: infer P extends z.ZodType } ? z.output<P> : never;

/** What a handler may do besides answering: stop early, and say how far it is. */
export interface CallContext<P> {
  readonly signal: CancelSignal;
  progress(progress: P): void;
}

/** One function per method. A thrown AppError reaches the caller with its code; anything else as a `defect`. */
export type Handlers<C extends Contract> = {
  readonly [M in keyof C]: (input: ParsedInput<C[M]>, context: CallContext<Progress<C[M]>>) => Output<C[M]> | Promise<Output<C[M]>>;
};
