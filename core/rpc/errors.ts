import { type Code, codes } from '../base/codes';
import { AppError, isAppError } from '../base/errors';
import type { WireError } from './frames';

/** An AppError keeps its code and details; anything else is a defect and carries its message. */
export function toWire(error: unknown): WireError {
  if (isAppError(error)) return { code: error.code, details: { ...error.details } };
  return { code: 'defect', details: { message: error instanceof Error ? error.message : String(error) } };
}

export function fromWire(error: WireError): AppError {
  const code = codes.find((known): known is Code => known === error.code);
  return code ? new AppError(code, error.details) : new AppError('defect', { message: error.code });
}
