import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gatheredFromSql } from '../../../core/flow/rule-in-sql';
import type { Connection, EngineColumn } from '../../../core/ports/engine';
import { asOfIn } from '../../../core/segment/as-of';
import { clockValues } from '../../../core/segment/clock';
import { allLeaves, expressionOf, joinsOf, readsOf, rowAlias, valueExpression } from '../../../core/segment/condition';
import { entityTable, keyColumns } from '../../../core/segment/population';
import { newCompilation } from '../../../core/segment/scope';
import { duckdb } from '../../../core/sql/dialect/duckdb';
import { dataTypeOf } from '../../../core/sql/dialect/duckdb-types';
import { column } from '../../../core/sql/expression';
import { printQuery } from '../../../core/sql/print';
import { withValues } from '../../../core/sql/values-in-sql';
import { withNative } from '../../support/engines';
import { hold } from '../../support/hold';
import type { Choose } from '../../support/random/choose';
import { randomData } from '../../support/random/data';
import { Drawn } from '../../support/random/drawn';
import { loadRows } from '../../support/random/load';
import { randomModel, randomWorkspace } from '../../support/random/model';
import { randomRows } from '../../support/random/written-select';
import { sortedRows } from '../../support/sorted-rows';

const runs = process.env.MUSTER_LONG ? 20_000 : 800;
const asOf = asOfIn('2026-05-12T09:30:00Z', randomWorkspace.zone);

let connection: Connection;
let release: () => Promise<void>;
beforeAll(async () => {
  ({ connection, release } = await hold(withNative));
});
afterAll(() => release());

/** What a SELECT gives in the types of `columns`. */
function typed(sql: string, columns: readonly EngineColumn[]): string {
  return `SELECT ${columns.map((c) => `CAST("${c.name}" AS ${c.type}) AS "${c.name}"`).join(', ')} FROM (${sql})`;
}

it('SQL that is gathered like a rule gives the rows and the values it gives by itself', { timeout: 3_600_000 }, async () => {
  let gatheredTimes = 0;
  let withValuesTimes = 0;
  const drawn = new Drawn((c: Choose) => ({ data: randomData(c, asOf), selects: c.list(8, 8, () => randomRows(c)) }));
  await fc.assert(
    fc.asyncProperty(drawn, async ({ data, selects }) => {
      for (const entity of randomModel.entities) await loadRows(connection, `"${entity.name}"`, entity.attributes, data[entity.name] ?? []);
      for (const sql of selects) {
        const plain = withValues(sql, (name) => clockValues(asOf).get(name));
        const described = await connection.describe(plain).catch(() => undefined);
        if (!described) continue;
        for (const entity of randomModel.entities) {
          if (!entity.key.every((key) => described.some((c) => c.name === key))) continue;
          const compilation = newCompilation(randomModel, asOf, { profile: randomWorkspace.profile });
          const parse = (text: string) => connection.parseSelect(text);
          const others = described.filter((c) => !entity.key.includes(c.name)).map((c) => ({ name: c.name, ...dataTypeOf(c.type) }));
          const gathered = await gatheredFromSql({ compilation, place: [], parse }, sql, entity.name, others);
          if (!gathered) continue;
          gatheredTimes++;
          if (others.length > 0) withValuesTimes++;
          const reads = gathered.values.flatMap((v) => readsOf(v.value));
          const made = printQuery(
            {
              kind: 'select',
              columns: [
                ...keyColumns(entity).map(({ name }) => ({ name, is: column(rowAlias, name) })),
                ...gathered.values.map((v) => ({ name: v.name, is: valueExpression(v.value) })),
              ],
              from: { relation: entityTable(entity.name), alias: rowAlias },
              joins: joinsOf([...allLeaves(gathered), ...reads]),
              where: expressionOf(gathered.condition),
            },
            duckdb,
          );
          const found = await sortedRows(connection, typed(made, described));
          expect(found, `${sql}\n${made}`).toEqual(await sortedRows(connection, typed(plain, described)));
        }
      }
    }),
    { numRuns: runs / 8 },
  );
  if (process.env.MUSTER_SHOW) console.log(gatheredTimes, withValuesTimes);
  expect(gatheredTimes).toBeGreaterThan(runs / 4);
  expect(withValuesTimes).toBeGreaterThan(runs / 10);
});
