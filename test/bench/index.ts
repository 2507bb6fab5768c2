import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pollutionTable } from './pollution';
import { type Bench, machine, table } from './report';
import type { Figure, Row } from './row';
import { cancelling } from './rows/cancel';
import { coldCanvas } from './rows/canvas';
import { engines } from './rows/engines';
import { exporting } from './rows/export';
import { importing } from './rows/import';
import { pages } from './rows/page';
import { recount } from './rows/recount';
import { rehearsal } from './rows/rehearsal';
import { syncing } from './rows/sync';
import { views } from './rows/views';
import { beServer } from './servers';
import { openWorld } from './world';

const rows: Record<string, Row> = {
  import: importing,
  canvas: coldCanvas,
  recount,
  rehearsal,
  page: pages,
  views,
  cancel: cancelling,
  export: exporting,
  sync: syncing,
  engines,
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      customers: { type: 'string', default: '100000,1000000,2000000' },
      rows: { type: 'string', default: [...Object.keys(rows), 'pollution'].join(',') },
    },
  });
  const bench: Bench = { machine: machine(), at: new Date().toISOString(), sizes: [] };
  const wanted = values.rows.split(',');
  const sized = wanted.filter((name) => name !== 'pollution');
  for (const customers of sized.length === 0 ? [] : values.customers.split(',').map(Number))
    bench.sizes.push({ customers, figures: await runSize(customers, sized) });
  if (sized.length < wanted.length) console.log(`\n${await pollutionTable()}`);
  const out = path.resolve(__dirname, 'bench.json');
  await mkdir(path.dirname(out), { recursive: true });
  await writeFile(out, `${JSON.stringify(bench, null, 2)}\n`);
  console.log(`\n${bench.machine}\n\n${table(bench)}\n\n${out}`);
}

async function runSize(customers: number, wanted: readonly string[]): Promise<Figure[]> {
  console.error(`preparing ${customers} customers`);
  const world = await openWorld(customers);
  const figures: Figure[] = [];
  try {
    for (const name of wanted) {
      const row = rows[name];
      if (!row) throw new Error(`no row ${name}; there are ${Object.keys(rows).join(', ')}`);
      for (const figure of await row(world)) {
        console.error(`${figure.row}: ${figure.ms.toFixed(0)} ms${figure.ratio === undefined ? '' : `, × ${figure.ratio.toFixed(2)}`}`);
        figures.push(figure);
      }
    }
  } finally {
    await world.close();
  }
  return figures;
}

const [role, kind = '', folder = ''] = process.argv.slice(2);
(role === 'serve' ? beServer(kind, folder) : main()).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
