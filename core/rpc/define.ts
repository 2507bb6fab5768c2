import type { z } from 'zod';

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
