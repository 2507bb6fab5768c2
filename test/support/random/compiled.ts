import { campaign } from '../../../core/model/campaign';
import type { Plan } from '../../../core/plan/plan';
import { planCampaign } from '../../../core/plan/plan-campaign';
import type { Connection } from '../../../core/ports/engine';
import { describeSql } from '../../../core/usecases/sql/describe-sql';
import { sortedByName, toldBy } from '../evaluator/told';
import { countPlan, forgetWorktables, readRows, runSteps } from '../run-plan';
import type { Case } from './case';
import { withFiles } from './files';
import { type Bench, foundIn } from './load';
import { randomModel, workspaceOf } from './model';
import { seed } from './seed';

/** What a transition has, as texts. */
export interface Told {
  dimension: string;
  columns: string[];
  keys: string[];
  rows: string[];
}

export type Outputs = Map<string, Told>;

/** Compiles the flow of a case whose tables are loaded. */
export async function planned({ ctx, connection, folder }: Bench, of: Case, model = randomModel): Promise<Plan> {
  return planCampaign({
    campaign: campaign.parse({ format: 1, id: 'random', name: 'Random', seed, flow: withFiles(of, folder), variables: of.variables }),
    workspace: workspaceOf(of.data),
    model,
    audiences: of.audiences,
    filters: of.filters,
    memory: foundIn(of),
    asOf: of.asOf,
    stamp: (path) => ctx.sources.stat(path),
    describe: (sql, tables, preface) => describeSql(connection, sql, tables, preface),
  });
}

/** Every transition by the plain steps of a plan. */
export async function byPlainSteps({ ctx, connection }: Bench, plan: Plan): Promise<Outputs> {
  await forgetWorktables(connection);
  await runSteps(ctx, connection, plan);
  const outputs: Outputs = new Map();
  for (const output of plan.outputs) outputs.set(nameOf(output), await toldOf(connection, output));
  return outputs;
}

/** What was counted first, and what happened afterwards. */
export interface Earlier {
  plan: Plan;
  afterwards?(): Promise<void>;
}

/**
 * Every transition as the app computes it: at once; or, where the flow was edited or data loaded before, what was there then, all
 * counts, the rows of one transition, and of all.
 */
export async function asTheAppDoes({ ctx, connection }: Bench, before: Earlier | undefined, plan: Plan): Promise<Outputs> {
  await forgetWorktables(connection);
  const alone = plan.outputs.slice(plan.outputs.length / 2).slice(0, 1);
  if (before) {
    await countPlan(ctx, connection, before.plan);
    await before.afterwards?.();
    const counted = await countPlan(ctx, connection, plan);
    await countPlan(ctx, connection, plan, alone);
    for (const output of alone) {
      const { rows } = await toldOf(connection, output);
      const count = counted.get(output.population.table.name);
      if (count !== rows.length) throw new Error(`${nameOf(output)} has ${rows.length} rows and was counted ${count}`);
    }
  }
  const counts = await countPlan(ctx, connection, plan, plan.outputs);
  const outputs: Outputs = new Map();
  for (const output of plan.outputs) {
    const told = await toldOf(connection, output);
    const count = counts.get(output.population.table.name);
    if (count !== told.rows.length) throw new Error(`${nameOf(output)} has ${told.rows.length} rows and is counted ${count}`);
    outputs.set(nameOf(output), told);
  }
  return outputs;
}

const nameOf = ({ activity, output }: Plan['outputs'][number]) => `${activity}:${output}`;

async function toldOf(connection: Connection, { population }: Plan['outputs'][number]): Promise<Told> {
  const columns = sortedByName(population.columns);
  const page = await readRows(connection, { ...population, columns });
  const types = [...population.key, ...columns].map((c) => c.type);
  const rows = Array.from({ length: page.rows }, (_, r) => page.values.map((column) => column[r] ?? null));
  return {
    dimension: population.dimension,
    columns: columns.map((c) => `${c.name} ${c.type}`),
    keys: rows.map((row) => toldBy(types, row.slice(0, population.key.length))).sort(),
    rows: rows.map((row) => toldBy(types, row)).sort(),
  };
}
