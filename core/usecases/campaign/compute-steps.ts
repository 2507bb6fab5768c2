import { type Arranged, arrange } from '../../plan/optimise/arrange';
import { type Plan, type Step, worktablesIn } from '../../plan/plan';
import type { Connection } from '../../ports/engine';
import type { Context } from '../context';
import type { Computed, ComputeOptions } from './computed';
import { loadFiles } from './load-files';
import { runArranged } from './run-arranged';
import { dropSuperseded, supersede } from './superseded';
import { evictTables, holdTables, type KnownTable, knownTables, prepareWorktables, rememberCounts, touchTables } from './worktables';

/** Computes what is not known yet, in the fewest statements, and keeps it. A step that fails takes what depends on it along; the rest goes on. */
export function computeSteps(ctx: Context, connection: Connection, plan: Plan, options: ComputeOptions = {}): Promise<Computed> {
  return ctx.worktables.run(async () => {
    const { registry } = ctx.worktables;
    const all = [...plan.loads, ...plan.steps].map((s) => s.table.name);
    holdTables(ctx.worktables, connection, all);
    await prepareWorktables(connection, registry);
    const known = await knownTables(connection, plan.steps, registry);
    const needRows = options.needRows ?? new Set();
    const readable = options.readable ?? new Set();
    const missing = stepsToRun(plan, known, needRows, readable);
    const result: Computed = {
      rows: new Map([...known].map(([name, k]) => [name, k.rows])),
      reused: plan.steps.length - missing.length,
      computed: 0,
      problems: [],
    };
    if (options.supersedes) supersede(ctx.worktables, plan.request.campaign.id, all);
    if (missing.length > 0) await computeMissing(ctx, connection, plan, missing, result, { ...options, needRows, readable });
    await touchTables(connection, registry, all, ctx.clock.now());
    if (missing.length > 0) await evictTables(connection, ctx.worktables);
    options.onStep?.(missing.length, missing.length, result.rows);
    return result;
  }, options.signal);
}

async function computeMissing(
  ctx: Context,
  connection: Connection,
  plan: Plan,
  missing: readonly Step[],
  result: Computed,
  options: ComputeOptions & Pick<Required<ComputeOptions>, 'needRows' | 'readable'>,
): Promise<void> {
  const { registry } = ctx.worktables;
  const files = await loadFiles(ctx, plan, missing, await knownTables(connection, plan.loads, registry), options.signal);
  result.problems.push(...files.problems);
  for (const { name, rows, milliseconds } of files.loaded) {
    registry.kept.set(name, { carried: new Map() });
    result.rows.set(name, rows);
    options.onMade?.({ tables: [name], milliseconds });
  }
  const { needRows, readable } = options;
  const arranged = arrange({ plan, missing, needRows, readable, entities: ctx.store.list('entity'), registry });
  await dropSuperseded(connection, ctx.worktables, tablesReadBy(arranged));
  const run = {
    connection,
    clock: ctx.clock,
    plan,
    arranged,
    registry,
    result,
    options,
    fresh: [...files.loaded],
    told: [],
    failed: new Set(files.failed),
  };
  try {
    await runArranged(run);
  } finally {
    await rememberCounts(connection, run.fresh, ctx.clock.now());
  }
}

function tablesReadBy({ nodes, readings }: Arranged): Set<string> {
  return new Set([...nodes.flatMap((n) => worktablesIn(n.query)), ...readings.keys()]);
}

/** Steps whose count is unknown or whose rows are needed, with the evicted inputs those have to read again. */
function stepsToRun(
  plan: Plan,
  known: ReadonlyMap<string, KnownTable>,
  needRows: ReadonlySet<string>,
  readable: ReadonlySet<string>,
): Step[] {
  const wanted = new Set(readable);
  for (const step of [...plan.steps].reverse()) {
    const { name } = step.table;
    const have = known.get(name);
    const enough = needRows.has(name) ? have?.stored === 'table' : wanted.has(name) ? have?.stored !== undefined : have !== undefined;
    if (enough) wanted.delete(name);
    else {
      wanted.add(name);
      for (const read of step.reads) wanted.add(read);
    }
  }
  return plan.steps.filter((s) => wanted.has(s.table.name));
}
