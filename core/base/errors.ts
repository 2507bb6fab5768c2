import type { Code } from './codes';

/** Flat facts about an error or a problem: what the words need, and what a person may look up. */
export type Details = Readonly<Record<string, string | number | boolean>>;

/** Something a person can act on. Anything else that is thrown is a defect and is shown as one. */
export class AppError extends Error {
  constructor(
    readonly code: Code,
    readonly details: Details = {},
    options?: { cause?: unknown },
  ) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = 'AppError';
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}
