import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DirectMailMessage, MailLayout } from '../../../../core/model/message';
import type { Connection, Engine } from '../../../../core/ports/engine';
import { assess } from '../../../../core/send/assess';
import { duckdb } from '../../../../core/sql/dialect/duckdb';
import { printQuery } from '../../../../core/sql/print';
import { exportMail } from '../../../../core/usecases/mail/export-mail';
import { missingValues } from '../../../../core/usecases/sending/missing-values';
import { readWaterfall } from '../../../../core/usecases/sending/read-waterfall';
import { createFiles } from '../../../../electron/host/files/create-files';
import type { Disk } from '../../../../electron/host/files/disk';
import { transcode } from '../../../../electron/host/mail/transcode';
import { fillWorld, requestFor } from '../../../support/assess-world';
import { withNative, withTempFolder } from '../../../support/engines';
import { diskThatFails } from '../../../support/failing-disk';

const table = { kind: 'table', schema: 'main', name: 'assessed' } as const;
const columns = [
  { label: 'Name', content: '{{ profile.first | capitalize }}' },
  { label: 'Ort', content: '{{ profile.postcode }} {{ profile.city | upcase }}' },
  { label: 'Code', content: '{{ profile.country | default: "DE" | append: "-1" }}' },
];
const plain: MailLayout = {
  columns,
  delimiter: ';',
  header: true,
  lineEnd: 'crlf',
  encoding: 'utf-8',
  sort: ['Name'],
  neutraliseFormulas: false,
};
const seeds = [
  { id: 's1', label: 'Office', fields: { 'profile.first': 'Olga', 'profile.city': 'Köln', 'profile.postcode': '50667', country: 'DE' } },
];
const asOf = '2026-06-01T10:00:00Z';

async function prepared(connection: Connection, layout: Partial<MailLayout>, names = ['ana', 'zoë', 'łukasz', '=1+1']) {
  const person = (first: string, i: number) => ({
    id: i + 1,
    email: null,
    first,
    city: i === 2 ? null : 'Ulm',
    postcode: `1234${i}`,
    country: 'de',
  });
  await fillWorld(connection, {
    people: [...names, ' '].map(person),
    bookings: [...names, ' '].map((_, i) => ({ id: i + 10, person: i + 1, score: null })),
    consents: [],
    blocked: [],
    blockedPeople: [1],
  });
  await connection.run("UPDATE person SET city = 'Bonn' WHERE city IS NULL");
  const request = requestFor({
    channel: 'postal',
    category: 'marketing',
    purpose: undefined,
    unknown: 'allow',
    secondary: false,
    named: 'key',
    timed: false,
    shares: {},
  });
  if (request.channel !== 'postal') throw new Error('not mail');
  const message: DirectMailMessage = { ...request.message, layout: { ...plain, ...layout }, seeds };
  const assessment = assess({ ...request, message }, ['message']);
  if (!assessment) throw new Error(JSON.stringify(request.compilation.problems));
  await connection.run(`CREATE OR REPLACE TABLE assessed AS ${printQuery(assessment.query, duckdb)}`);
  const waterfall = await readWaterfall(connection, table, assessment, seeds.length);
  return { assessment, message, waterfall };
}

async function exporting(
  use: (
    run: (layout: Partial<MailLayout>, signal?: AbortSignal, disk?: Disk) => ReturnType<typeof exportMail>,
    folder: string,
    connection: Connection,
  ) => Promise<void>,
) {
  await withNative((connection, engine: Engine) =>
    withTempFolder((folder) =>
      use(
        async (layout, signal, disk) => {
          const made = await prepared(connection, layout);
          const ctx = { connection: () => engine.connect(), files: createFiles(folder, disk), transcode };
          return exportMail(ctx, {
            ...made,
            table,
            campaign: { id: 'c1', name: 'Spring' },
            folder: 'out',
            name: 'cards',
            asOf,
            ...(signal ? { signal } : {}),
          });
        },
        folder,
        connection,
      ),
    ),
  );
}

const left = async (folder: string) => readdir(join(folder, 'out')).catch(() => []);

describe('a mail file', () => {
  it.each(['rename', 'sync'] as const)('leaves nothing when the disk fails to %s its manifest, and is written again', async (at) => {
    await exporting(async (run, folder) => {
      await expect(run({}, undefined, diskThatFails('manifest.json', at))).rejects.toMatchObject({ code: 'save-failed' });
      expect(await left(folder)).toEqual([]);
      await run({});
      expect(await left(folder)).toEqual(['cards.csv', 'manifest.json']);
    });
  });

  it('holds the people and the seeds, and a manifest that balances', async () => {
    await exporting(async (run, folder) => {
      const summary = await run({});
      expect(await readFile(join(folder, 'out/cards.csv'), 'utf8')).toBe(
        'Name;Ort;Code\r\n=1+1;12343 ULM;de-1\r\nOlga;50667 KÖLN;DE-1\r\nZoë;12341 ULM;de-1\r\nŁukasz;12342 BONN;de-1\r\n',
      );
      expect(summary.seeds).toBe(1);
      const manifest: unknown = JSON.parse(await readFile(join(folder, 'out/manifest.json'), 'utf8'));
      expect(manifest).toMatchObject({
        as_of: asOf,
        campaign: { id: 'c1', name: 'Spring' },
        counts: {
          in: 5,
          excluded: [
            { reason: 'suppressed', detail: 'People', rows: 1 },
            { reason: 'bad-address', detail: 'postal-name', rows: 1 },
          ],
          seeds: 1,
          out: 4,
        },
        countries: [{ country: 'DE', rows: 3 }],
        files: [{ file: 'cards.csv', rows: 4, bytes: 105, sha256: summary.files[0]?.sha256 }],
        seeds: [{ id: 's1', label: 'Office', row: 2 }],
      });
      expect(await left(folder)).toEqual(['cards.csv', 'manifest.json']);
    });
  });

  it('says the same where its Liquid needs JavaScript', async () => {
    await exporting(async (run, folder) => {
      await run({ columns: columns.map((c) => ({ ...c, content: `{% if true %}${c.content}{% endif %}` })) });
      expect(await readFile(join(folder, 'out/cards.csv'), 'utf8')).toContain(
        'Name;Ort;Code\r\n=1+1;12343 ULM;de-1\r\nOlga;50667 KÖLN;DE-1\r\nZoë;12341 ULM;de-1\r\nŁukasz;12342 BONN;de-1\r\n',
      );
    });
  });

  it('is not written when its encoding would lose characters', async () => {
    await exporting(async (run, folder) => {
      await expect(run({ encoding: 'windows-1252' })).rejects.toMatchObject({
        code: 'mail-characters-lost',
        details: { rows: 1, examples: expect.stringContaining('Łukasz') },
      });
      expect(await left(folder)).toEqual([]);
    });
  });

  it('is written in another encoding, with formulas made harmless', async () => {
    await exporting(async (run, folder) => {
      await run({
        encoding: 'iso-8859-1',
        neutraliseFormulas: true,
        columns: [{ label: 'Ort', content: '={{ profile.city }}' }],
        sort: ['Ort'],
      });
      expect((await readFile(join(folder, 'out/cards.csv'))).toString('latin1')).toBe("Ort\r\n'=Bonn\r\n'=Köln\r\n'=Ulm\r\n'=Ulm\r\n");
    });
  });

  it('leaves nothing behind when it is cancelled, and refuses a taken name', async () => {
    await exporting(async (run, folder) => {
      await expect(run({ encoding: 'utf-16le' }, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
      expect(await left(folder)).toEqual([]);
      await run({ encoding: 'utf-16le' });
      expect((await readFile(join(folder, 'out/cards.csv'))).subarray(0, 4)).toEqual(Buffer.from([0xff, 0xfe, 0x4e, 0]));
      await expect(run({})).rejects.toMatchObject({ code: 'mail-file-exists' });
    });
  });
});

it('counts who would see nothing', async () => {
  await withNative(async (connection) => {
    const { assessment } = await prepared(connection, { columns: [{ label: 'Mail', content: '{{ profile.email }}{{ profile.city }}' }] });
    expect(await missingValues(connection, table, assessment)).toEqual([
      { activity: 'm1', field: 'profile.email', rows: 3, required: false },
      { activity: 'm1', field: 'profile.city', rows: 0, required: false },
      { activity: 'm1', field: 'profile.first', rows: 0, required: true },
    ]);
  });
});
