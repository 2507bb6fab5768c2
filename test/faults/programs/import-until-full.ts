import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAppError } from '../../../core/base/errors';
import { load, openImport, rows } from '../../support/import';

/** Loads a file, then one that does not fit on the disk, then one that does; prints what is there after each. */
const [disk, outside] = process.argv.slice(2);
if (disk === undefined || outside === undefined) throw new Error('two folders are needed');
process.env.TMPDIR = disk;

const ballast = join(disk, 'ballast');
await writeFile(ballast, Buffer.alloc(2 * 1024 * 1024));

const bench = await openImport({ database: join(disk, 'entities.duckdb') });
const recipe = { id: 'people', entity: 'people' };

async function say(step: string, work: () => Promise<unknown>): Promise<void> {
  const code = await work().then(
    () => 'loaded',
    (error: unknown) => (isAppError(error) ? error.code : String(error)),
  );
  const [found] = await rows(bench, 'SELECT count(*), min(name) FROM people');
  const entity = bench.ctx.store.read('entity', 'people');
  process.stdout.write(`${step} ${code} ${found?.join(' ')} ${entity?.rows} ${entity?.dataVersion}\n`);
}

const big = { ...bench, folder: outside };
await say('first', () => load(bench, 'people.csv', 'id,name\n1,Ana\n2,Bo\n', recipe));
const many = Array.from(
  { length: 400_000 },
  (_, n) => `${n},${((n * 2_654_435_761) % 4_294_967_296).toString(36)}${((n * 40_503) % 65_537).toString(36)}${Math.sin(n)}\n`,
);
await say('full', () => load(big, 'people.csv', `id,name\n${many.join('')}`, recipe));
await say('crowded', () => load(bench, 'people.csv', 'id,name\n1,Cy\n', recipe));
await rm(ballast);
await say('after', () => load(bench, 'people.csv', 'id,name\n1,Cy\n', recipe));
await bench.close();
