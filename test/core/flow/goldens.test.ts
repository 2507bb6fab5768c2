import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaign } from '../../../core/model/campaign';
import type { Remembered } from '../../../core/model/memory';
import type { Given } from '../../../core/model/variable';
import { workspace } from '../../../core/model/workspace';
import type { Plan } from '../../../core/plan/plan';
import { planCampaign } from '../../../core/plan/plan-campaign';
import type { Connection, Engine } from '../../../core/ports/engine';
import { readFileInto } from '../../../core/usecases/import/read-file-into';
import { describeSql } from '../../../core/usecases/sql/describe-sql';
import { createSources } from '../../../electron/host/import/create-sources';
import { bothEngines } from '../../support/engines';
import { hold } from '../../support/hold';
import { fillShop, shopAsOf, shopModel, shopReplies, shopWorkspace } from '../../support/shop';
import { shopAudiences, shopFilters, storeShopSnapshot } from '../../support/shop-audiences';

const root = path.join(import.meta.dirname, '../../golden/flow');
const update = process.env.MUSTER_UPDATE_GOLDENS === '1';
const cases = readdirSync(root).flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ folder, name: file.slice(0, -5) })),
);

interface Case {
  flow: unknown;
  variables?: unknown;
  given?: Given;
  /** What is other in the settings of the profile. */
  profile?: object;
  /** What earlier runs left, with the rows of the memory tables: key, version and UTC as-of. */
  memory?: { query: Remembered; keys: (string | number)[][] }[];
}

/** A flow as it is, or with what is around it. */
function caseOf(json: object): Case {
  return 'flow' in json ? { ...json, flow: json.flow } : { flow: json };
}

async function fillMemory(connection: Connection, table: string, keys: readonly (string | number)[][]): Promise<void> {
  await connection.run('CREATE SCHEMA IF NOT EXISTS remembered');
  await connection.run(`CREATE OR REPLACE TABLE remembered.${table} (key_1 BIGINT, "version" INTEGER, passed_at TIMESTAMP)`);
  const rows = keys.map((row) => `(${row.map((v) => (typeof v === 'number' ? v : `'${v}'`)).join(', ')})`);
  await connection.run(`INSERT INTO remembered.${table} VALUES ${rows.join(', ')}`);
}

/** Files stand beside the cases. When one was changed is of no matter here. */
const pathOf = (folder: string, file: string) => path.join(root, folder, file);
const stampIn = (folder: string) => async (file: string) => ({ bytes: statSync(pathOf(folder, file)).size, modified: 0 });
const sources = createSources(tmpdir());

async function readFiles(connection: Connection, engine: Engine, folder: string, plan: Plan): Promise<void> {
  for (const { file, table } of plan.loads) {
    const source = { ...file.source, path: pathOf(folder, file.source.path) };
    await engine.registerFile(source.path);
    await readFileInto(connection, sources, { ...file, source, table: `work.${table.name}` }, undefined);
  }
}

/** Compares with the file beside the case, or writes it when asked to. */
function golden(folder: string, name: string, extension: string, found: string): void {
  const file = path.join(root, folder, `${name}.${extension}`);
  if (update || !existsSync(file)) {
    expect(update, `no golden ${folder}/${name}.${extension}: look at the result and run with MUSTER_UPDATE_GOLDENS=1`).toBe(true);
    writeFileSync(file, found);
  }
  expect(found).toBe(readFileSync(file, 'utf8'));
}

function sqlOf(plan: Plan): string {
  return plan.steps.map((s) => `-- ${s.activity} ${s.name}\nCREATE TABLE work.${s.table.name} AS\n${s.sql};\n`).join('\n');
}

async function rowsOf(connection: Connection, plan: Plan): Promise<string> {
  const blocks: string[] = [];
  for (const { activity, output, population } of plan.outputs) {
    const page = await connection.query(`SELECT * FROM work.${population.table.name} ORDER BY ALL`, { limit: 1000 });
    const lines = Array.from({ length: page.rows }, (_, r) => page.values.map((column) => JSON.stringify(column[r])).join('  '));
    blocks.push([`${activity}:${output} ${page.rows}`, page.columns.map((c) => c.name).join('  '), ...lines].join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

describe.each(bothEngines)('flow goldens on %s', (_kind, withEngine) => {
  let connection: Connection;
  let engine: Engine;
  let release: () => Promise<void>;
  beforeAll(async () => {
    ({ connection, engine, release } = await hold(withEngine));
    await fillShop(connection);
    await storeShopSnapshot(connection);
    await connection.run('CREATE SCHEMA work');
  });
  afterAll(() => release());

  it.each(cases)('$folder/$name', async ({ folder, name }) => {
    const {
      flow,
      variables,
      given = {},
      memory = [],
      profile,
    } = caseOf(JSON.parse(readFileSync(path.join(root, folder, `${name}.json`), 'utf8')));
    for (const { query, keys } of memory) if (query.table !== undefined) await fillMemory(connection, query.table, keys);
    const document = campaign.parse({ format: 1, id: 'golden', name: 'Golden', seed: 'golden', flow, variables });
    const plan = await planCampaign({
      campaign: document,
      workspace: workspace.parse({ ...shopWorkspace, profile: { ...shopWorkspace.profile, ...profile } }),
      model: profile ? { ...shopModel, entities: [...shopModel.entities, shopReplies] } : shopModel,
      audiences: shopAudiences,
      filters: shopFilters,
      given,
      memory: memory.map((m) => m.query),
      asOf: shopAsOf,
      describe: (sql, tables, preface) => describeSql(connection, sql, tables, preface),
      stamp: stampIn(folder),
    });
    expect(plan.problems).toEqual([]);
    golden(folder, name, 'sql', sqlOf(plan));
    await readFiles(connection, engine, folder, plan);
    for (const step of plan.steps) {
      await connection.run(`EXPLAIN ${step.sql}`).catch((cause: unknown) => {
        throw new Error(`${step.activity} ${step.name} does not bind:\n${step.sql}`, { cause });
      });
      await connection.run(`CREATE OR REPLACE TABLE work.${step.table.name} AS ${step.sql}`);
    }
    golden(folder, name, 'rows', await rowsOf(connection, plan));
  });
});
