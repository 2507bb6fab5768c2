import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppError } from '../../../core/base/errors';
import type { Rule } from '../../../core/model/rule';
import type { Connection } from '../../../core/ports/engine';
import { ruleOf } from '../../../core/rewrite/read/select';
import { parseStatement } from '../../../core/rewrite/tree/parse';
import { asOfIn } from '../../../core/segment/as-of';
import { clockValues } from '../../../core/segment/clock';
import { entityTable, findEntity } from '../../../core/segment/population';
import { compileRule } from '../../../core/segment/rule';
import { entityScope, newCompilation } from '../../../core/segment/scope';
import { duckdb } from '../../../core/sql/dialect/duckdb';
import { column } from '../../../core/sql/expression';
import { printQuery } from '../../../core/sql/print';
import { withValues } from '../../../core/sql/values-in-sql';
import { withNative } from '../../support/engines';
import { hold } from '../../support/hold';
import { randomData } from '../../support/random/data';
import { Drawn } from '../../support/random/drawn';
import { loadRows } from '../../support/random/load';
import { randomModel, randomWorkspace } from '../../support/random/model';
import { randomSelect } from '../../support/random/written-select';
import { sortedRows } from '../../support/sorted-rows';

const runs = process.env.MUSTER_LONG ? 20_000 : 400;
const asOf = asOfIn('2026-05-12T09:30:00Z', randomWorkspace.zone);

let connection: Connection;
let release: () => Promise<void>;
beforeAll(async () => {
  ({ connection, release } = await hold(withNative));
});
afterAll(() => release());

function compiled(rule: Rule, entity: string): string {
  const found = findEntity(randomModel, entity);
  if (!found) throw new Error(`no entity ${entity}`);
  const compilation = newCompilation(randomModel, asOf, { profile: randomWorkspace.profile });
  const scope = entityScope(compilation, found, 'row');
  const where = compileRule(rule, scope, []);
  if (!where) throw new Error(JSON.stringify(compilation.problems));
  const columns = found.key.map((name) => ({ name, is: column('row', name) }));
  return printQuery({ kind: 'select', columns, from: { relation: entityTable(entity), alias: 'row' }, joins: scope.joins, where }, duckdb);
}

it('a SELECT that becomes a rule selects the same rows as that rule', { timeout: 3_600_000 }, async () => {
  const refused = new Map<string, number>();
  let read = 0;
  const drawn = new Drawn((c) => ({ data: randomData(c, asOf), selects: c.list(8, 8, () => randomSelect(c)) }));
  await fc.assert(
    fc.asyncProperty(drawn, async ({ data, selects }) => {
      for (const entity of randomModel.entities) await loadRows(connection, `"${entity.name}"`, entity.attributes, data[entity.name] ?? []);
      for (const sql of selects) {
        const expected = await sortedRows(
          connection,
          withValues(sql, (name) => clockValues(asOf).get(name)),
        );
        if (!expected) continue;
        try {
          const { rule, entity } = ruleOf(parseStatement(await connection.parseSelect(sql)), { model: randomModel, audiences: [] });
          read++;
          expect(await sortedRows(connection, compiled(rule, entity.name)), `${sql}\n${JSON.stringify(rule)}`).toEqual(expected);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          refused.set(error.code, (refused.get(error.code) ?? 0) + 1);
        }
      }
    }),
    { numRuns: runs / 8 },
  );
  if (process.env.MUSTER_SHOW) console.log(read, refused);
  expect(read).toBeGreaterThan(runs / 3);
});
