import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rule } from '../../../core/model/rule';
import type { Connection } from '../../../core/ports/engine';
import { expanded } from '../../../core/rewrite/expand';
import { parsedParts, sqlPartsOf } from '../../../core/rewrite/parsed';
import { ruleOf } from '../../../core/rewrite/read/select';
import { parseStatement } from '../../../core/rewrite/tree/parse';
import { printTree } from '../../../core/rewrite/tree/print';
import { selectOf } from '../../../core/rewrite/write/select';
import { asOfIn } from '../../../core/segment/as-of';
import { membersSql } from '../../../core/segment/members-sql';
import { findEntity } from '../../../core/segment/population';
import { type Compilation, newCompilation } from '../../../core/segment/scope';
import { type Binding, declare } from '../../../core/segment/variables';
import { bindSql } from '../../../core/segment/written';
import { withAudiences } from '../../../core/sql/audiences-in-sql';
import { entityOf, typeOf } from '../../support/evaluator/columns';
import { toldBy } from '../../support/evaluator/told';
import { openImport } from '../../support/import';
import { cases } from '../../support/random/arbitrary';
import type { Case } from '../../support/random/case';
import { byPlainSteps, planned } from '../../support/random/compiled';
import { rulesOnly } from '../../support/random/generate';
import { type Bench, load } from '../../support/random/load';
import { randomModel, randomWorkspace, workspaceOf } from '../../support/random/model';

const runs = process.env.MUSTER_LONG ? 1500 : 60;
const profileOf = ({ data }: Case) => workspaceOf(data).profile;

interface Asked {
  id: string;
  entity: string;
  rule: Rule;
}

const askedIn = (of: Case): Asked[] =>
  of.flow.activities.flatMap((a) => (a.type === 'build-audience' ? [{ id: a.id, entity: a.dimension, rule: a.rule }] : []));

function compilationOf(of: Case): Compilation {
  const { asOf, audiences, filters, variables: declared } = of;
  const variables = new Map<string, Binding>();
  const compilation = newCompilation(randomModel, asOfIn(asOf, randomWorkspace.zone), {
    audiences,
    filters,
    profile: profileOf(of),
    variables,
  });
  declare(declared, variables, compilation.problems);
  return compilation;
}

async function written(connection: Connection, { rule, entity }: Pick<Asked, 'rule' | 'entity'>, of: Case): Promise<string> {
  const found = findEntity(randomModel, entity);
  if (!found) throw new Error(`no entity ${entity}`);
  const whole = expanded(rule, of.filters);
  const parsed = await parsedParts(whole, (sql) => connection.parseSelect(sql));
  return printTree(selectOf(whole, found, { model: randomModel, profile: profileOf(of), parsed }));
}

const read = async (connection: Connection, sql: string, of: Case) =>
  ruleOf(parseStatement(await connection.parseSelect(sql)), { model: randomModel, audiences: of.audiences, profile: profileOf(of) });

describe.each(['native', 'wasm'] as const)('a rule and its SQL on %s', (kind) => {
  let bench: Bench;
  let connection: Connection;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const opened = await openImport({ kind });
    const { ctx, folder } = opened;
    connection = await ctx.connection();
    bench = { ctx, connection, folder };
    close = opened.close;
    await ctx.store.commit(randomModel.entities.map((document) => ({ kind: 'entity', id: document.name, document })));
  });
  afterAll(() => close());

  async function keys(sql: string, entity: string, of: Case): Promise<string[]> {
    const compilation = compilationOf(of);
    const bound = bindSql(compilation, sql, []);
    if (!bound) throw new Error(JSON.stringify(compilation.problems));
    const runnable = withAudiences(bound.sample, (id) => membersSql(id, compilation, []));
    expect(compilation.problems).toEqual([]);
    const page = await connection.query(runnable, { limit: 1000 });
    const types = entityOf(randomModel, entity).key.map((name) => typeOf(randomModel, entity, name));
    const row = (r: number) => page.values.map((column) => column[r] ?? null);
    return Array.from({ length: page.rows }, (_, r) => toldBy(types, row(r))).sort();
  }

  it('select the same rows', { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(cases(rulesOnly), async (of) => {
        await load(bench, of, kind);
        const plan = await planned(bench, of);
        if (plan.problems.length > 0 && !of.whole) return;
        const outputs = await byPlainSteps(bench, plan);
        for (const asked of askedIn(of)) {
          const sql = await written(connection, asked, of);
          const expected = outputs.get(`${asked.id}:out`)?.keys;
          expect(await keys(sql, asked.entity, of), sql).toEqual(expected);
          if (kind === 'wasm' || sqlPartsOf(asked.rule).length === 0) continue;
          const again = await written(connection, { rule: (await read(connection, sql, of)).rule, entity: asked.entity }, of);
          expect(await keys(again, asked.entity, of), again).toEqual(expected);
        }
      }),
      { numRuns: runs },
    );
  });

  // The portable engine cannot read SQL back.
  if (kind === 'wasm') return;

  it('lead back to each other: what is read is written the same way again', { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(cases(rulesOnly), async (of) => {
        for (const asked of askedIn(of)) {
          const again = async (sql: string) => {
            const back = await read(connection, sql, of);
            expect(back.entity.name).toBe(asked.entity);
            return written(connection, { rule: back.rule, entity: asked.entity }, of);
          };
          const sql = await written(connection, asked, of);
          // What a person wrote in SQL may come back as other parts of a rule.
          const settled = sqlPartsOf(expanded(asked.rule, of.filters)).length > 0 ? await again(sql) : sql;
          expect(await again(settled)).toBe(settled);
        }
      }),
      { numRuns: runs * 3 },
    );
  });
});
