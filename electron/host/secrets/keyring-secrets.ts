import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../core/base/errors';
import type { Secrets } from '../../../core/ports/secrets';
import { realDisk } from '../files/disk';
import { writeDurably } from '../files/durable';
import { readError, saveError, systemCode } from '../files/errors';

/** The part of Electron's safeStorage that secrets need. The backend's name may be asked for on Linux only. */
export interface Keyring {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  getSelectedStorageBackend?(): string | Promise<string>;
  encryptStringAsync(text: string): Promise<Uint8Array>;
  decryptStringAsync(encrypted: Uint8Array): Promise<{ result: string; shouldReEncrypt: boolean }>;
}

const saved = z.record(z.string(), z.string());

/** On Linux without a keyring Chromium "encrypts" with a password that is in its source: `basic_text`. */
async function refuseUnsafe(keyring: Keyring): Promise<void> {
  if (!(await keyring.isAsyncEncryptionAvailable())) throw new AppError('secrets-not-safe', { backend: 'none' });
  const backend = await keyring.getSelectedStorageBackend?.();
  if (backend === 'basic_text' || backend === 'unknown') throw new AppError('secrets-not-safe', { backend });
}

async function readAll(file: string): Promise<Record<string, string>> {
  try {
    return saved.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return {};
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw new AppError('secrets-file-invalid', { file });
    throw readError(error, file);
  }
}

/**
 * Secrets encrypted by the system's keyring, in `secrets.json` of the user's own data folder, readable by its owner only.
 * @throws AppError `secrets-not-safe` where nothing encrypts, `secret-unreadable` where the key is gone
 */
export function keyringSecrets(home: string, keyring: Keyring): Secrets {
  const file = join(home, 'secrets.json');
  let last: Promise<void> = Promise.resolve();

  async function write(name: string, secret: string): Promise<void> {
    await refuseUnsafe(keyring);
    const encrypted = Buffer.from(await keyring.encryptStringAsync(secret)).toString('base64');
    await mkdir(home, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw saveError(error, file);
    });
    await writeDurably(realDisk, file, JSON.stringify({ ...(await readAll(file)), [name]: encrypted }), { mode: 0o600 });
  }

  function writeInTurn(name: string, secret: string): Promise<void> {
    const done = last.then(() => write(name, secret));
    last = done.catch(() => undefined);
    return done;
  }

  return {
    async read(name) {
      const all = await readAll(file);
      const encrypted = Object.hasOwn(all, name) ? all[name] : undefined;
      if (encrypted === undefined) return undefined;
      await refuseUnsafe(keyring);
      const { result, shouldReEncrypt } = await keyring.decryptStringAsync(Buffer.from(encrypted, 'base64')).catch((cause: unknown) => {
        throw new AppError('secret-unreadable', { name }, { cause });
      });
      if (shouldReEncrypt) await writeInTurn(name, result);
      return result;
    },
    write: writeInTurn,
  };
}
