import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Values } from '../../../core/flow/why/ask';
import type { TracedRow } from '../../../core/model/why';
import type { Plan } from '../../../core/plan/plan';
import { followRow } from '../../../core/plan/why/follow-row';
import { duckdb } from '../../../core/sql/dialect/duckdb';
import { printQuery } from '../../../core/sql/print';
import { computeSteps } from '../../../core/usecases/campaign/compute-steps';
import { keyOfRow, type People } from '../../support/evaluator/people';
import { openImport } from '../../support/import';
import { cases } from '../../support/random/arbitrary';
import { type Case, evaluated, worldOf } from '../../support/random/case';
import { planned } from '../../support/random/compiled';
import { randomFlow } from '../../support/random/generate';
import { type Bench, load } from '../../support/random/load';
import { randomModel } from '../../support/random/model';
import { whatIsNotSo } from '../../support/random/why-adds-up';
import { forgetWorktables } from '../../support/run-plan';

const long = process.env.MUSTER_LONG === '1';
const seed = Number(process.env.MUSTER_SEED ?? Date.now() % 2 ** 31);
/** Rows of each entity that are asked about. */
const asked = long ? 5 : 2;

/** The transitions that carry a row, as the contract has it. */
function carrying(expected: ReadonlyMap<string, People>, { entity, key }: TracedRow): string[] {
  const name = JSON.stringify(Object.values(key));
  return [...expected]
    .filter(([, people]) => people.dimension === entity && people.rows.some((p) => JSON.stringify(Object.values(p.key)) === name))
    .map(([transition]) => transition)
    .sort();
}

describe.each(['native', 'wasm'] as const)('why, on %s', (kind) => {
  let bench: Bench;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const opened = await openImport({ kind });
    bench = { ctx: opened.ctx, connection: await opened.ctx.connection(), folder: opened.folder };
    close = opened.close;
    await opened.ctx.store.commit(randomModel.entities.map((document) => ({ kind: 'entity', id: document.name, document })));
  });
  afterAll(() => close());

  const ask = async (query: Parameters<typeof printQuery>[0]): Promise<Values[]> => {
    const page = await bench.connection.query(printQuery(query, duckdb), { limit: 10_000 });
    return Array.from({ length: page.rows }, (_, r) =>
      Object.fromEntries(page.columns.map((c, i) => [c.name, page.values[i]?.[r] ?? null])),
    );
  };

  async function wrongIn(of: Case, plan: Plan, expected: ReadonlyMap<string, People>, row: TracedRow): Promise<string[]> {
    const traced = new Set(row.activities.map((a) => a.activity));
    const said = row.activities.flatMap((a) => a.outputs.map((output) => `${a.activity}:${output}`)).sort();
    const wanted = carrying(expected, row).filter((t) => traced.has(t.split(':')[0] ?? ''));
    const ways = JSON.stringify(said) === JSON.stringify(wanted) ? [] : [`is on ${said.join()}, not on ${wanted.join()}`];
    const reasons = row.activities.flatMap((a) => {
      const activity = of.flow.activities.find((f) => f.id === a.activity);
      return activity && plan.lowerings.has(activity.id) ? whatIsNotSo(activity, a) : [];
    });
    return [...ways, ...reasons].map((wrong) => `${row.entity} ${JSON.stringify(row.key)} ${wrong}`);
  }

  it('tells the way of a row as the contract has it, with reasons that lead there', { timeout: 3_600_000 }, async () => {
    const property = async (of: Case) => {
      const handed = evaluated(of);
      if (!handed) return;
      const expected = new Map([...handed].map(([transition, { people }]) => [transition, people]));
      await load(bench, of, 'one');
      const plan = await planned(bench, of);
      if (plan.problems.length > 0) return;
      await forgetWorktables(bench.connection);
      const readable = new Set(plan.outputs.map((o) => o.population.table.name));
      await computeSteps(bench.ctx, bench.connection, plan, { readable });
      const wrong: string[] = [];
      for (const dimension of new Set(plan.outputs.map((o) => o.population.dimension))) {
        for (const data of (of.data[dimension] ?? []).slice(0, asked)) {
          const key = keyOfRow(worldOf(of), dimension, data);
          for (const row of await followRow(plan, { dimension, key: { ...key } }, ask))
            wrong.push(...(await wrongIn(of, plan, expected, row)));
        }
      }
      expect(wrong).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(cases(randomFlow), property), { seed, numRuns: long ? 600 : 30 });
  });
});
