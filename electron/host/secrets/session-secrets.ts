import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../../../core/base/errors';
import type { Secrets } from '../../../core/ports/secrets';
import { readError } from '../files/errors';

/** `crm-eu` is read from `MUSTER_SECRET_CRM_EU`. */
export function variableOf(name: string): string {
  return `MUSTER_SECRET_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
}

async function readSecretsFile(file: string): Promise<Readonly<Record<string, string>>> {
  let text: string;
  try {
    if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0) throw new AppError('secrets-file-open', { file });
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw readError(error, file);
  }
  return parseSecrets(text, file);
}

function parseSecrets(text: string, file: string): Readonly<Record<string, string>> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(text));
  } catch {
    // The cause is left out: it may quote a secret.
    throw new AppError('secrets-file-invalid', { file });
  }
}

/**
 * Secrets of this process: those given in it, else the environment, else a JSON file of names and secrets that only its
 * owner may read. Nothing is ever written.
 */
export function sessionSecrets(source: { environment: Readonly<Record<string, string | undefined>>; file?: string }): Secrets {
  const given = new Map<string, string>();
  return {
    async read(name) {
      const known = given.get(name) ?? source.environment[variableOf(name)];
      if (known !== undefined || source.file === undefined) return known;
      const saved = await readSecretsFile(source.file);
      return Object.hasOwn(saved, name) ? saved[name] : undefined;
    },
    async write(name, secret) {
      given.set(name, secret);
    },
  };
}
