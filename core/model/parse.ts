import { z } from 'zod';
import { AppError } from '../base/errors';

// Without this zod probes `new Function`, which a page without 'unsafe-eval' reports as a policy violation.
z.config({ jitless: true });

/**
 * Checks a value from outside against a schema.
 * @param what names the thing in the error, e.g. "campaign spring.json"
 * @throws AppError `bad-document` with the first offending path and the reason
 */
export function parseDocument<T extends z.ZodType>(schema: T, value: unknown, what: string): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new AppError('bad-document', { what, path: issue?.path.join('.') || 'the top', reason: issue?.message ?? 'invalid' });
}
