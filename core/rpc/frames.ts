import { z } from 'zod';
import '../model/parse';

/** An error as it crosses the line: words are added where it is shown. */
export interface WireError {
  code: string;
  details: Record<string, string | number | boolean>;
}

/** What travels on a channel. `id` belongs to the caller and names one call. */
export type Frame =
  | { kind: 'call'; id: number; method: string; value?: unknown }
  | { kind: 'cancel'; id: number }
  | { kind: 'progress'; id: number; value?: unknown }
  | { kind: 'done'; id: number; value?: unknown }
  | { kind: 'failed'; id: number; error: WireError };

const id = z.number().int().positive();
const value = z.unknown();
const details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const schema: z.ZodType<Frame> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('call'), id, method: z.string().max(100), value }),
  z.strictObject({ kind: z.literal('cancel'), id }),
  z.strictObject({ kind: z.literal('progress'), id, value }),
  z.strictObject({ kind: z.literal('done'), id, value }),
  z.strictObject({ kind: z.literal('failed'), id, error: z.strictObject({ code: z.string().max(100), details }) }),
]);

/** The frame a message holds, or undefined when it holds none. */
export function asFrame(message: unknown): Frame | undefined {
  const result = schema.safeParse(message);
  return result.success ? result.data : undefined;
}
