import { unreachable } from '../../base/never';
import type { ExplainedRule } from '../../model/why';
import { aggregateValue } from '../../segment/aggregate';
import { keyColumns } from '../../segment/population';
import { compileRule } from '../../segment/rule';
import { ruleText } from '../../segment/rule-text';
import { type Found, lookUp, type Scope, scopeOfSaved } from '../../segment/scope';
import type { Expression, Output } from '../../sql/query';
import { type Asked, partsOf, scopeOf } from '../asked';
import { hasKey, inTurn, type Row, truthOf, type Values } from './ask';
import { lookAtAudience, lookAtHistory, lookAtOrdered, lookAtRelated } from './look-at';
import { rankInTop } from './rank-in-top';

/** What becomes of a row's values. */
type Reader = (values: Values) => Promise<ExplainedRule>;

/**
 * A rule asked of one row, with what every part of it is there: the parts about the row itself are columns of one SELECT, each
 * compiled as the whole rule is; parts about related rows are asked of those in turn. `undefined` where there is no such row.
 */
export async function explainRule(asked: Asked, row: Row): Promise<ExplainedRule | undefined> {
  const { scope, from } = scopeOf(asked);
  const columns: Output[] = [];
  const read = readerOf(asked, scope, row, (is) => {
    const name = `c${columns.length + 1}`;
    columns.push({ name, is: is ?? { kind: 'null', type: 'boolean' } });
    return name;
  });
  const [values] = await row.ask({
    kind: 'select',
    columns,
    from,
    joins: scope.joins,
    where: hasKey(from.alias, keyColumns(asked.rows.entity), row.key),
  });
  return values && read(values);
}

function readerOf(asked: Asked, scope: Scope, row: Row, add: (is: Expression | undefined) => string): Reader {
  const { rule, place } = asked;
  const result = add(compileRule(rule, scope, place));
  const parts = ownParts(asked).map((part) => readerOf(part, part.saved ? scopeOfSaved(scope, part.compilation) : scope, row, add));
  const value = tested(asked, scope);
  const tests = value && add(value.is);
  const personal = value?.column.personal;
  return async (values) => ({
    place: [...place],
    kind: rule.kind,
    asks: ruleText(rule),
    result: truthOf(values[result]),
    ...(tests === undefined ? {} : { value: values[tests] ?? null }),
    ...(personal === undefined ? {} : { personal }),
    ...(parts.length === 0 ? {} : { parts: await inTurn(parts.map((read) => () => read(values))) }),
    ...(await lookedAt(asked, row)),
  });
}

/** Parts that are asked of the same row. */
function ownParts(asked: Asked): Asked[] {
  switch (asked.rule.kind) {
    case 'all':
    case 'any':
    case 'not':
    case 'filter':
      return partsOf(asked);
    case 'audience':
      return asked.rule.path?.length ? [] : partsOf(asked);
    default:
      return [];
  }
}

/** The value that a test is made of. */
function tested({ rule, place }: Asked, scope: Scope): Found | undefined {
  if (rule.kind === 'attribute') return lookUp(scope, rule.path ?? [], rule.attribute, place);
  return rule.kind === 'aggregate' ? aggregateValue(rule, scope, place, compileRule) : undefined;
}

/** Rows beyond the row at hand. */
async function lookedAt(asked: Asked, row: Row): Promise<Pick<ExplainedRule, 'rows' | 'rank' | 'value' | 'personal'>> {
  const { rule } = asked;
  switch (rule.kind) {
    case 'related':
    case 'aggregate':
      return lookAtRelated({ ...asked, rule }, row, explainRule);
    case 'ordered':
      return lookAtOrdered({ ...asked, rule }, row, explainRule);
    case 'audience':
      return rule.path?.length ? lookAtAudience({ ...asked, rule }, row, explainRule) : {};
    case 'history':
      return lookAtHistory({ ...asked, rule }, row);
    case 'top':
      return { rank: await rankInTop({ ...asked, rule }, row) };
    case 'all':
    case 'any':
    case 'not':
    case 'attribute':
    case 'filter':
    case 'sql':
      return {};
    default:
      return unreachable(rule);
  }
}
