import { AppError } from '../../base/errors';
import { instantOf } from '../../base/instant';
import { type Problem, problem } from '../../base/problems';
import { sameName } from '../../base/same-name';
import type { Rule } from '../../model/rule';
import type { Variable } from '../../model/variable';
import type { Connection, EngineColumn } from '../../ports/engine';
import { keptRule } from '../../rewrite/kept';
import { ruleOf } from '../../rewrite/read/select';
import { parseStatement } from '../../rewrite/tree/parse';
import { asOfIn } from '../../segment/as-of';
import { findEntity } from '../../segment/population';
import { type Compilation, newCompilation } from '../../segment/scope';
import { type Binding, declare } from '../../segment/variables';
import { bindSql } from '../../segment/written';
import { modelOf } from '../campaign/plan-for';
import type { Context } from '../context';
import { describeSql } from '../sql/describe-sql';
import { placeInSql } from '../sql/place-in-sql';
import { plainSql } from '../sql/plain-sql';
import { readable } from '../sql/readable';
import { withConnection } from '../with-connection';
import { onlyWorkspace } from '../workspace/only-workspace';
import { checkRule } from './check-rule';

export interface AskedSql {
  sql: string;
  /** The entity whose rows are wanted; any when absent. */
  entity?: string | undefined;
  variables: readonly Variable[];
}

/** A rule with the same meaning, or why there is none and, where it would work, the rule that has the SELECT in it as it stands. */
export type SqlRule = { kind: 'rule'; entity: string; rule: Rule } | { kind: 'sql'; problems: Problem[]; kept?: Rule | undefined };

/** The rule that selects exactly the rows whose keys a SELECT returns, with its `$names` as variables; else it stays SQL. */
export function ruleFromSql(ctx: Context, asked: AskedSql): Promise<SqlRule> {
  return withConnection(ctx, async (connection) => {
    const compilation = compilationOf(ctx, asked.variables);
    const bound = bindSql(compilation, asked.sql, []);
    if (!bound) return { kind: 'sql', problems: compilation.problems };
    return orSql(asked.sql, async () => {
      const { sql: sample, tables } = readable(ctx, bound.sample, compilation.asOf);
      const columns = await describeSql(connection, sample, tables);
      const read = await orSql(asked.sql, () => readAsRule(ctx, connection, asked, compilation));
      if (read.kind === 'rule') return read;
      const kept = await keptAsSql(ctx, connection, asked, columns);
      return kept ? { ...read, kept } : read;
    });
  });
}

/** What is thrown says why a SELECT stays SQL. */
async function orSql(sql: string, read: () => Promise<SqlRule>): Promise<SqlRule> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { kind: 'sql', problems: [problem(error.code, [], placeInSql(error, sql))] };
  }
}

async function readAsRule(
  ctx: Context,
  connection: Connection,
  { sql, entity, variables }: AskedSql,
  names: Compilation,
): Promise<SqlRule> {
  if (!ctx.engine.can.json) throw new AppError('rewrite-engine');
  const found = ruleOf(parseStatement(await connection.parseSelect(plainSql(sql))), names);
  if (entity !== undefined && found.entity.name !== entity)
    throw new AppError('rewrite-entity', { found: found.entity.name, needed: entity });
  const selecting = { entity: found.entity.name, rule: found.rule };
  const problems = await checkRule(ctx, connection, { ...selecting, variables });
  return problems.length > 0 ? { kind: 'sql', problems } : { kind: 'rule', ...selecting };
}

/** The SELECT works by itself, so that in a rule none of its names means the row at hand. @param columns that it returns */
async function keptAsSql(
  ctx: Context,
  connection: Connection,
  asked: AskedSql,
  columns: readonly EngineColumn[],
): Promise<Rule | undefined> {
  const entity = asked.entity === undefined ? undefined : findEntity(modelOf(ctx), asked.entity);
  if (!entity?.key.every((key) => columns.some((c) => sameName(c.name, key)))) return undefined;
  const rule = keptRule(plainSql(asked.sql), entity);
  const problems = await checkRule(ctx, connection, { entity: entity.name, rule, variables: asked.variables });
  return problems.length === 0 ? rule : undefined;
}

function compilationOf(ctx: Context, declared: readonly Variable[]): Compilation {
  const { zone, profile } = onlyWorkspace(ctx);
  const variables = new Map<string, Binding>();
  const saved = { audiences: ctx.store.list('audience'), filters: ctx.store.list('filter') };
  const compilation = newCompilation(modelOf(ctx), asOfIn(instantOf(ctx.clock.now()), zone), { ...saved, profile, variables });
  declare(
    declared.map(({ count, ...v }) => (count ? { ...v, value: v.value ?? 0 } : v)),
    variables,
    compilation.problems,
  );
  return compilation;
}
