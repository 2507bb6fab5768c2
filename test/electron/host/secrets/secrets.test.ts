import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Keyring, keyringSecrets } from '../../../../electron/host/secrets/keyring-secrets';
import { sessionSecrets } from '../../../../electron/host/secrets/session-secrets';

let home = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'muster-secrets-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** Stands in for the system's keyring, which needs a desktop session: turns bytes around under a key. */
function keyring(backend: string, key = 7, rotated = false): Keyring {
  const turn = (bytes: Uint8Array) => bytes.map((byte) => byte ^ key);
  return {
    isAsyncEncryptionAvailable: async () => backend !== 'none',
    getSelectedStorageBackend: () => backend,
    encryptStringAsync: async (text) => turn(new TextEncoder().encode(`ok ${text}`)),
    async decryptStringAsync(bytes) {
      const text = new TextDecoder().decode(turn(bytes));
      if (!text.startsWith('ok ')) throw new Error('wrong key');
      return { result: text.slice(3), shouldReEncrypt: rotated };
    },
  };
}

test('a secret given in the session comes before the environment, and that before the file', async () => {
  const file = join(home, 'secrets.json');
  await writeFile(file, '{"a": "file a", "b": "file b", "crm-eu": "file crm"}', { mode: 0o600 });
  const secrets = sessionSecrets({ environment: { MUSTER_SECRET_CRM_EU: 'environment', MUSTER_SECRET_A: 'environment a' }, file });
  await secrets.write('a', 'given');
  expect(await Promise.all(['a', 'b', 'crm-eu', 'none', 'toString'].map((name) => secrets.read(name)))).toEqual([
    'given',
    'file b',
    'environment',
    undefined,
    undefined,
  ]);
});

test('a secrets file that others may read, is broken or missing is refused without quoting it', async () => {
  const file = join(home, 'secrets.json');
  const secrets = sessionSecrets({ environment: {}, file });
  await expect(secrets.read('a')).rejects.toMatchObject({ code: 'file-missing' });
  await writeFile(file, '{"a": "hush"', { mode: 0o600 });
  const broken = await secrets.read('a').catch((error: unknown) => error);
  expect(broken).toMatchObject({ code: 'secrets-file-invalid' });
  expect(broken).not.toHaveProperty('cause');
  await rm(file);
  await writeFile(file, '{"a": "hush"}', { mode: 0o644 });
  await expect(secrets.read('a')).rejects.toMatchObject({ code: 'secrets-file-open' });
});

test('keyring secrets last, encrypted, for their owner only', async () => {
  const secrets = keyringSecrets(join(home, 'new'), keyring('gnome_libsecret'));
  await Promise.all([secrets.write('a', 'hush'), secrets.write('b', 'quiet')]);
  const again = keyringSecrets(join(home, 'new'), keyring('gnome_libsecret', 7, true));
  expect([await again.read('a'), await again.read('b'), await again.read('c')]).toEqual(['hush', 'quiet', undefined]);
  const file = join(home, 'new', 'secrets.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, 'utf8')).not.toContain('hush');
});

test.each(['basic_text', 'unknown', 'none'])('nothing is saved where the keyring is %s', async (backend) => {
  await expect(keyringSecrets(home, keyring(backend)).write('a', 'hush')).rejects.toMatchObject({
    code: 'secrets-not-safe',
    details: { backend },
  });
  await expect(stat(join(home, 'secrets.json'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a secret whose key is gone is told', async () => {
  await keyringSecrets(home, keyring('kwallet6')).write('a', 'hush');
  await expect(keyringSecrets(home, keyring('kwallet6', 9)).read('a')).rejects.toMatchObject({
    code: 'secret-unreadable',
    details: { name: 'a' },
  });
});
