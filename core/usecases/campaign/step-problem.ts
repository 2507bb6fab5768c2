import type { AppError, Details } from '../../base/errors';
import { type Place, type Problem, problem } from '../../base/problems';
import type { Plan, Step } from '../../plan/plan';
import type { Connection } from '../../ports/engine';
import type { Table } from '../../sql/query';
import { textLiteral } from '../../sql/quote';
import { linesBefore, plainSql } from '../sql/plain-sql';
import { blamedRule } from './blamed-rule';

/** A step's failure as a problem of its activity: what it means, the part of a rule or the line of SQL that made it. */
export async function stepProblem(connection: Connection, plan: Plan, step: Step, error: AppError): Promise<Problem> {
  const found = plan.request.campaign.flow.activities.find((a) => a.id === step.activity);
  const details = { ...error.details, activity: found?.label ?? step.activity };
  switch (error.code) {
    case 'engine-memory':
      return problem('step-memory', step.place, details);
    case 'disk-full':
      return problem('step-disk', step.place, details);
    case 'sql-error':
      return (await goneSource(connection, plan, step, details)) ?? (await failed(connection, plan, step, details));
    default:
      return problem(error.code, step.place, error.details);
  }
}

async function failed(connection: Connection, plan: Plan, step: Step, { line, position: _, ...details }: Details): Promise<Problem> {
  const written = writtenLine(step, Number(line));
  if (written !== undefined) return problem('step-sql', [...step.place, 'sql'], { ...details, line: written });
  const place: Place =
    step.written.length > 0 ? [...step.place, 'sql'] : ((await blamedRule(connection, plan, step.activity)) ?? step.place);
  return problem(meaningOf(String(details.reason)), place, details);
}

function meaningOf(reason: string): 'step-overflow' | 'step-cast' | 'step-failed' {
  if (/overflow|out of range/i.test(reason)) return 'step-overflow';
  return /could not convert|could not parse|invalid \w+ (field )?format|casting/i.test(reason) ? 'step-cast' : 'step-failed';
}

/** The line of a person's SQL that is line `line` of the statement, whose first line says only where the rows go. */
function writtenLine(step: Step, line: number): number | undefined {
  const lines = step.sql.split('\n').map((text) => text.trim());
  for (const sql of step.written) {
    const own = plainSql(sql).split('\n');
    const first = lines.findIndex((_, at) => own.every((text, i) => lines[at + i] === text.trim()));
    const at = line - 1 - first;
    if (first >= 0 && at >= 1 && at <= own.length) return at + linesBefore(sql);
  }
  return undefined;
}

/** A table that the step reads and that is not there. */
async function goneSource(connection: Connection, plan: Plan, step: Step, details: Details): Promise<Problem | undefined> {
  for (const table of step.sources) {
    if (await exists(connection, table)) continue;
    const { activity = step.activity } = details;
    if (table.schema === 'main') return problem('data-gone', step.place, { activity, entity: table.name });
    if (table.schema !== 'audience') continue;
    const audience = plan.request.audiences.find((a) => a.definition.kind === 'snapshot' && a.definition.table === table.name);
    return problem('audience-gone', step.place, { activity, audience: audience?.name ?? table.name });
  }
  return undefined;
}

async function exists(connection: Connection, { schema, name }: Table): Promise<boolean> {
  const page = await connection.query(
    `SELECT 1 FROM duckdb_tables() WHERE schema_name = ${textLiteral(schema)} AND table_name = ${textLiteral(name)}`,
    { limit: 1 },
  );
  return page.rows > 0;
}
