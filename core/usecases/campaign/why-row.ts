import type { Ask, Values } from '../../flow/why/ask';
import type { Campaign } from '../../model/campaign';
import type { WhyReport } from '../../model/why';
import type { Plan } from '../../plan/plan';
import { findSubject } from '../../plan/why/find-subject';
import { followRow } from '../../plan/why/follow-row';
import type { Connection, StatementOptions } from '../../ports/engine';
import { withPlainAliases } from '../../sql/aliases';
import { duckdb } from '../../sql/dialect/duckdb';
import { printQuery } from '../../sql/print';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { computeSteps } from './compute-steps';
import { type Basis, planFor } from './plan-for';

export interface WhyRequest extends Basis {
  campaign: Campaign;
  /** Values of the key as text, in its order. */
  key: readonly string[];
  /** Where several entities of the flow have such a row; or the activity whose file the line is of. */
  entity?: string | undefined;
  signal?: StatementOptions['signal'];
}

/**
 * What became of one row at every activity, and what decided. Whether it is on a transition is read from the very rows that are
 * counted; the reasons are asked of the same data with the same rules.
 * @throws AppError `why-no-dimension`, `why-bad-key`, `why-not-found`, `why-several`, `cancelled`
 */
export function whyRow(ctx: Context, request: WhyRequest): Promise<WhyReport> {
  const { campaign, asOf, key, entity, signal } = request;
  return withConnection(ctx, async (connection) => {
    const plan = await planFor(ctx, connection, campaign, request);
    const readable = new Set([...plan.outputs.map((o) => o.population.table.name), ...plan.assessments.map((a) => a.table.name)]);
    const computed = await computeSteps(ctx, connection, plan, { readable, ...(signal ? { signal } : {}) });
    const counted = withoutFailed(plan, computed.rows);
    const ask = asking(connection, signal);
    const subject = await findSubject(counted, key, entity, ask);
    const rows = await followRow(counted, subject, ask);
    return { campaign: campaign.id, asOf, rows, problems: [...plan.problems, ...computed.problems] };
  });
}

/** What could not be computed did not run. */
function withoutFailed(plan: Plan, rows: ReadonlyMap<string, number>): Plan {
  const outputs = plan.outputs.filter((o) => rows.has(o.population.table.name));
  const failed = new Set(plan.outputs.filter((o) => !outputs.includes(o)).map((o) => o.activity));
  return { ...plan, outputs, lowerings: new Map([...plan.lowerings].filter(([id]) => !failed.has(id))) };
}

/** No question has more rows than a split has subsets or a flow transitions. */
const limit = 100_000;

function asking(connection: Connection, signal: StatementOptions['signal']): Ask {
  return async (query) => {
    const page = await connection.query(printQuery(withPlainAliases(query), duckdb), { limit, ...(signal ? { signal } : {}) });
    return Array.from(
      { length: page.rows },
      (_, r): Values => Object.fromEntries(page.columns.map((c, i) => [c.name, page.values[i]?.[r] ?? null])),
    );
  };
}
