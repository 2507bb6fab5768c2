import { AppError } from '../../core/base/errors';

/** A secret comes from the environment, never from an argument, which every user of the machine can read. @throws AppError `cli-secret-missing` */
export function secretIn(variable: string): string {
  const secret = process.env[variable];
  if (!secret) throw new AppError('cli-secret-missing', { variable });
  return secret;
}
