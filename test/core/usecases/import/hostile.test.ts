import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAppError } from '../../../../core/base/errors';
import { boundedBy } from '../../../../electron/host/import/bomb';
import { type ImportBench, load, openImport, rows } from '../../../support/import';
import { zipOf } from '../../../support/zip-of';

let bench: ImportBench & { close(): Promise<void> };
beforeAll(async () => {
  bench = await openImport();
});
afterAll(() => bench.close());

const table = [
  ['id', 'name', 'amount', 'day'],
  ...Array.from({ length: 40 }, (_, n) => [n, `Zoë "${n}", x`, n / 4, `2024-01-${10 + (n % 20)}`]),
];
const text = table.map((r) => r.map((v) => `"${String(v).replaceAll('"', '""')}"`).join(',')).join('\n');
const objects = table.slice(1).map(([id, name, amount, day]) => JSON.stringify({ id, name, amount, day, deep: { a: [1, { b: name }] } }));

async function parquet(): Promise<Buffer> {
  const file = join(bench.folder, 'seed.parquet');
  await rows(bench, `COPY (SELECT range AS id, 'n' || range AS name, DATE '2024-01-01' AS d FROM range(50)) TO '${file}' (FORMAT parquet)`);
  return readFile(file);
}

const sheet = () => write(utils.book_new(utils.aoa_to_sheet(table), 'One'), { type: 'buffer', bookType: 'xlsx' }) as Buffer;
const formats: Record<string, () => Promise<Buffer> | Buffer> = {
  'f.csv': () => Buffer.from(text),
  'wide.csv': () => iconv.encode(text, 'utf-16le', { addBOM: true }),
  'f.csv.gz': () => gzipSync(text),
  'f.zip': () => zipOf({ 'a.csv': Buffer.from(text), 'b/c.csv': Buffer.from(text) }),
  'f.json': () => Buffer.from(`[${objects.join(',\n')}]`),
  'f.ndjson': () => Buffer.from(objects.join('\n')),
  'f.xlsx': sheet,
  'f.parquet': parquet,
};

/** Something done to the bytes at a place. */
const harm = fc.record({
  at: fc.noBias(fc.integer({ min: 0, max: 9999 })).map((n) => n / 10_000),
  kind: fc.constantFrom('flip', 'drop', 'repeat', 'insert', 'cut'),
  size: fc.integer({ min: 1, max: 60 }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
});
type Harm = typeof harm extends fc.Arbitrary<infer T> ? T : never;

function harmed(content: Buffer, harms: readonly Harm[]): Buffer {
  let bytes = content;
  for (const { at, kind, size, bytes: extra } of harms) {
    const p = Math.floor(at * bytes.length);
    const [before, after] = [bytes.subarray(0, p), bytes.subarray(p)];
    if (kind === 'flip') bytes = Buffer.concat([before, Buffer.from(extra), after.subarray(extra.length)]);
    else if (kind === 'drop') bytes = Buffer.concat([before, after.subarray(size)]);
    else if (kind === 'repeat') bytes = Buffer.concat([before, after.subarray(0, size), after]);
    else if (kind === 'insert') bytes = Buffer.concat([before, Buffer.from(extra), after]);
    else bytes = before.length > 0 ? before : bytes;
  }
  return bytes;
}

describe('a file in which bytes are changed', () => {
  it.each(Object.keys(formats))('%s is loaded, refused in parts, or refused with a cause', { timeout: 300_000 }, async (name) => {
    const content = await formats[name]?.();
    if (!content) throw new Error(name);
    await fc.assert(
      fc.asyncProperty(fc.array(harm, { minLength: 1, maxLength: 3 }), async (harms) => {
        try {
          const { summary } = await load(bench, name, harmed(content, harms));
          expect(summary.read).toBe(summary.loaded + summary.rejected);
          expect(await rows(bench, `SELECT count(*) FROM main."${summary.entity.name}"`)).toEqual([[summary.loaded]]);
        } catch (error) {
          if (!isAppError(error)) throw error;
          expect(error.code).toMatch(/^(import-|not-found$)/);
        }
        // What a look made of one file stays for its load.
        expect((await readdir(join(bench.folder, 'scratch'))).length).toBeLessThanOrEqual(3);
      }),
      { numRuns: Number(process.env.MUSTER_FUZZ ?? 12) },
    );
  });
});

describe('a hostile file', () => {
  it('with ten thousand columns is refused at once', async () => {
    const names = Array.from({ length: 10_000 }, (_, n) => `c${n}`);
    const wide = load(bench, 'wide10k.csv', `${names.join(',')}\n${names.map((_, n) => n).join(',')}\n`);
    await expect(wide).rejects.toMatchObject({ code: 'import-too-wide', details: { file: 'wide10k.csv', columns: 10_000 } });
  });

  it('cannot name its way out of the archive it is in', async () => {
    for (const name of ['../../evil.csv', '/etc/evil.csv', '..\\evil.csv']) {
      await expect(load(bench, 'trick.zip', zipOf({ [name]: Buffer.from('a,b\n1,2\n') })), name).rejects.toMatchObject({
        code: 'import-bad-zip',
      });
    }
    const { preview, summary } = await load(
      bench,
      'two.zip',
      zipOf({ 'in/a.csv': Buffer.from('id,b\n1,2\n'), '__MACOSX/x': Buffer.from('x') }),
    );
    expect(preview).toMatchObject({ members: ['in/a.csv'], member: 'in/a.csv', entity: 'a' });
    expect(summary.loaded).toBe(1);
  });

  it('is not unpacked out of all proportion', () => {
    const bounded = boundedBy('f.zip', () => 1_000_000);
    expect(bounded(1024 ** 3)).toBeNull();
    expect(bounded(1)).toMatchObject({ code: 'import-zip-bomb' });
    const honest = boundedBy('f.zip', () => 1024 ** 3);
    expect(honest(100 * 1024 ** 3)).toBeNull();
  });

  it('keeps formulas and control characters as the text they are', async () => {
    await load(bench, 'formulas.csv', 'id,"=1+1","a\u0007b"\n1,"=cmd|\' /C calc\'!A0","x\u0000y"\n2,@SUM(A1),-1\n');
    expect(await rows(bench, 'SELECT * FROM formulas ORDER BY id')).toEqual([
      [1, "=cmd|' /C calc'!A0", 'x\u0000y'],
      [2, '@SUM(A1)', '-1'],
    ]);
  });
});
