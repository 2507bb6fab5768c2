import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataModel } from '../../../core/model/entity';
import type { Handed } from '../../support/evaluator/handed';
import { sortedByName, told } from '../../support/evaluator/told';
import { openImport } from '../../support/import';
import { whatDoesNotAddUp } from '../../support/random/adds-up';
import { cases } from '../../support/random/arbitrary';
import { type Case, evaluated } from '../../support/random/case';
import { asTheAppDoes, byPlainSteps, type Earlier, type Outputs, planned } from '../../support/random/compiled';
import { randomFlow, rulesOnly } from '../../support/random/generate';
import { type Bench, load, loadEntity } from '../../support/random/load';
import { randomModel } from '../../support/random/model';
import { beforeALoad, beforeAnEdit } from '../../support/random/smaller';

/** How many cases: over 5,000 on both engines where there is time. */
const many = process.env.MUSTER_LONG === '1';
const sizes = {
  native: many ? { rules: 1000, flows: 2600 } : { rules: 50, flows: 120 },
  wasm: many ? { rules: 400, flows: 1100 } : { rules: 30, flows: 60 },
};
/** The same cases on every engine. */
const seed = Number(process.env.MUSTER_SEED ?? Date.now() % 2 ** 31);

function differences(found: Outputs, expected: ReadonlyMap<string, Handed>): string[] {
  const names = [...new Set([...expected.keys(), ...found.keys()])];
  return names.flatMap((name) => {
    const [ours, theirs] = [found.get(name), expected.get(name)?.people];
    if (!ours || !theirs) return [`${name} is ${ours ? 'not expected' : 'missing'}`];
    const columns = sortedByName(theirs.columns).map((c) => `${c.name} ${c.type}`);
    if (ours.dimension !== theirs.dimension || ours.columns.join() !== columns.join())
      return [`${name} has ${ours.dimension} with ${ours.columns}, not ${theirs.dimension} with ${columns}`];
    const wanted = told(theirs);
    if (JSON.stringify(wanted) === JSON.stringify(ours.rows)) return [];
    const [extra, lost] = [ours.rows.filter((r) => !wanted.includes(r)), wanted.filter((r) => !ours.rows.includes(r))];
    return [`${name} (${columns}) has ${extra.join(' ') || 'nothing else'} and lacks ${lost.join(' ') || 'nothing'}`];
  });
}

describe.each(['native', 'wasm'] as const)('compiled SQL and the contract agree on %s', (kind) => {
  let bench: Bench;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const opened = await openImport({ kind });
    const { ctx, folder } = opened;
    bench = { ctx, connection: await ctx.connection(), folder };
    close = opened.close;
    // One thread is the quickest for a handful of rows.
    if (kind === 'native') await bench.connection.run('SET threads = 1');
    await ctx.store.commit(randomModel.entities.map((document) => ({ kind: 'entity', id: document.name, document })));
  });
  afterAll(() => close());

  /** The same flow where one entity had other rows, and what brings those of the case. */
  const onEarlierData = async (of: Case): Promise<Earlier> => {
    const { earlier, model, loaded } = beforeALoad(of);
    const tell = (entities: DataModel['entities']) =>
      bench.ctx.store.commit(entities.map((document) => ({ kind: 'entity', id: document.name, document })));
    await loadEntity(bench.connection, earlier, loaded, kind);
    await tell(model.entities);
    return {
      plan: await planned(bench, earlier, model),
      async afterwards() {
        await loadEntity(bench.connection, of, loaded, kind);
        await tell(randomModel.entities);
      },
    };
  };

  /** Problems of the case that is being cut smaller. */
  let complaints = '';
  const agrees = async (of: Case) => {
    const expected = evaluated(of);
    if (!expected) return;
    await load(bench, of, kind);
    const plan = await planned(bench, of);
    const problems = plan.problems.map((p) => p.code).join();
    if (of.whole) complaints = problems;
    if (problems !== '' && !of.whole && complaints !== problems) return;
    expect(plan.problems).toEqual([]);

    const edited = beforeAnEdit(of);
    const plain = edited ? undefined : await byPlainSteps(bench, plan);
    const app = await asTheAppDoes(bench, edited ? { plan: await planned(bench, edited) } : await onEarlierData(of), plan);
    const wrong = [
      ...(plain ? differences(plain, expected) : []).map((d) => `step by step, ${d}`),
      ...differences(app, expected).map((d) => `as the app computes it, ${d}`),
      ...whatDoesNotAddUp(of.flow, app),
    ];
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  };

  it('on random rules', { timeout: 3_600_000 }, async () => {
    await fc.assert(fc.asyncProperty(cases(rulesOnly), agrees), { seed, numRuns: sizes[kind].rules });
  });

  it('on random flows', { timeout: 3_600_000 }, async () => {
    await fc.assert(fc.asyncProperty(cases(randomFlow), agrees), { seed, numRuns: sizes[kind].flows });
  });
});
