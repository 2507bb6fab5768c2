import type { Rule } from '../../model/rule';
import type { ExplainedRule } from '../../model/why';
import { memberTest } from '../../segment/audience-rule';
import { logOf } from '../../segment/history-rule';
import { attributeColumn, findEntity, keyColumns } from '../../segment/population';
import { reach } from '../../segment/reach';
import { compileRule } from '../../segment/rule';
import { lookUp, type Scope, scopeOfSaved } from '../../segment/scope';
import { and, column, truth } from '../../sql/expression';
import type { Expression, Join, Select } from '../../sql/query';
import { type Asked, partsOf, scopeOf } from '../asked';
import { type Explain, hasKey, type Row } from './ask';
import { type Looking, look } from './look';

type Of<K extends Rule['kind']> = Asked & { rule: Extract<Rule, { kind: K }> };

/** Related rows of a row: their scope, and the SELECT that reaches them; its joins grow while names are looked up. */
interface Walked {
  base: Scope;
  rows: Scope;
  source(more?: readonly Join[]): Pick<Select, 'from' | 'joins' | 'where'>;
}

function walk(asked: Asked, row: Row, path: readonly string[]): Walked | undefined {
  const { scope: base, from } = scopeOf(asked);
  const where = hasKey(from.alias, keyColumns(asked.rows.entity), row.key);
  if (path.length === 0) return { base, rows: base, source: (more = []) => ({ from, joins: [...base.joins, ...more], where }) };
  const reached = reach(base, path, asked.place);
  if (!reached) return undefined;
  const tie = and(
    reached.pairs.map(({ outer, inner }) => ({ kind: 'compare', op: '=', left: column(reached.firstAlias, inner), right: outer })),
  );
  return {
    base,
    rows: reached.scope,
    source: (more = []) => ({
      from,
      joins: [...base.joins, { type: 'inner', source: reached.from, on: tie }, ...reached.joins, ...reached.scope.joins, ...more],
      where,
    }),
  };
}

function looking(walked: Walked, holds: Expression | undefined): Looking | undefined {
  return holds && { entity: walked.rows.entity, alias: walked.rows.alias, source: walked.source(), holds };
}

/** The rows of a path and for which of them the rule inside holds; of `every`, those first for which it does not. */
export async function lookAtRelated(asked: Of<'related' | 'aggregate'>, row: Row, explain: Explain): Promise<Pick<ExplainedRule, 'rows'>> {
  const { rule } = asked;
  const [inner] = partsOf(asked);
  const walked = walk(asked, row, rule.path);
  const at = walked && looking(walked, inner ? compileRule(inner.rule, walked.rows, inner.place) : truth(true));
  if (!at) return {};
  const failingFirst = rule.kind === 'related' && rule.quantifier === 'every';
  return { rows: await look({ ...at, failingFirst }, row, inner && ((key) => explain(inner, { ...row, key }))) };
}

/** The one row that is first or last of those the rule is about, and the value that put it there. */
export async function lookAtOrdered(
  asked: Of<'ordered'>,
  row: Row,
  explain: Explain,
): Promise<Pick<ExplainedRule, 'rows' | 'value' | 'personal'>> {
  const { rule, place } = asked;
  const parts = partsOf(asked);
  const inner = parts.at(-1);
  const among = parts.length > 1 ? parts[0] : undefined;
  const walked = walk(asked, row, rule.path);
  const by = walked && lookUp(walked.rows, [], rule.by, [...place, 'by']);
  const at = walked && looking(walked, among ? compileRule(among.rule, walked.rows, among.place) : truth(true));
  if (!at || !by || !inner) return {};
  const order = [{ by: by.is, descending: rule.position === 'last' }];
  const found = await look({ ...at, order, only: 1, values: [{ is: by.is, column: by.column }] }, row, (key) =>
    explain(inner, { ...row, key }),
  );
  const first = found.first.map(({ values: _, ...one }) => ({ ...one, holds: one.rule?.result ?? null }));
  const { personal } = by.column;
  return { rows: { ...found, first }, value: found.first[0]?.values?.[rule.by] ?? null, ...(personal === undefined ? {} : { personal }) };
}

/** The rows of a path and which of them are members. */
export async function lookAtAudience(asked: Of<'audience'>, row: Row, explain: Explain): Promise<Pick<ExplainedRule, 'rows'>> {
  const { rule, place, compilation } = asked;
  const audience = compilation.audiences.find((a) => a.id === rule.audience);
  const walked = walk(asked, row, rule.path ?? []);
  const at = audience && walked && looking(walked, memberTest(audience, scopeOfSaved(walked.rows, compilation), place, compileRule));
  const [inner] = partsOf(asked);
  return at ? { rows: await look(at, row, inner && ((key) => explain(inner, { ...row, key }))) } : {};
}

/** What communication history has of the people at hand, and which of it the rule means; the latest first. */
export async function lookAtHistory(asked: Of<'history'>, row: Row): Promise<Pick<ExplainedRule, 'rows'>> {
  const { rule, place, compilation } = asked;
  const table = compilation.profile?.history;
  const entity = table && findEntity(compilation.model, table.entity);
  const walked = walk(asked, row, rule.path ?? []);
  const log = table && walked && logOf(rule, table, walked.rows, place);
  if (!table || !entity || !walked || !log) return {};
  const { alias } = log.from;
  const told = [table.at, table.channel, table.campaign, table.message, table.status].filter((name) => name !== undefined);
  const values = told.map((name) => ({ is: column(alias, name), column: attributeColumn(entity, name) }));
  const source = walked.source([{ type: 'inner', source: log.from, on: log.on }]);
  const order = [{ by: column(alias, table.at), descending: true }];
  return { rows: await look({ entity, alias, source, holds: log.where, values, order }, row) };
}
