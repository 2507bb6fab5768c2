import { unreachable } from '../../base/never';
import type { Rule } from '../../model/rule';
import { findAttribute } from '../../segment/population';
import { notOf } from '../rules';
import { andOf, columnOf, notOf as notTerm, numberOf, orOf, type QueryTree, type Term } from '../tree/term';
import { aggregateOf } from './aggregate';
import { historyCondition } from './history';
import { alternative, notTrue } from './negate';
import { orderedCondition, topCondition } from './ordered';
import { joinPath, nameIn, type Rows, related } from './rows';
import { testCondition } from './test';
import { writtenCondition } from './written';

/**
 * A condition that is TRUE exactly for the rows that a rule selects.
 * The rule is `simplified` with its filters expanded, and has been compiled without problems.
 */
export function ruleCondition(rule: Rule, rows: Rows): Term {
  switch (rule.kind) {
    case 'all':
      return andOf(rule.rules.map((r) => ruleCondition(r, rows)));
    case 'any': {
      const any = rule.rules.map((r) => ruleCondition(r, rows));
      return orOf(any.length > 1 ? any.map(alternative) : any);
    }
    case 'not':
      return notTrue(ruleCondition(rule.rule, rows));
    case 'attribute': {
      const at = joinPath(rows, rule.path ?? []);
      const type = findAttribute(at.entity, rule.attribute)?.type ?? 'text';
      return testCondition(rule.test, { is: columnOf(at.alias, rule.attribute), type });
    }
    case 'related':
      return relatedCondition(rule, rows);
    case 'aggregate': {
      const reached = related(rows, rule.path);
      const where = rule.where && ruleCondition(rule.where, reached.rows);
      const { is, type } = aggregateOf(reached.rows, rule.function, rule.attribute);
      return testCondition(rule.test, { is: { kind: 'scalar', query: subquery(is, reached.rows, reached.tie, where) }, type });
    }
    case 'ordered':
      return orderedCondition(rule, rows, ruleCondition);
    case 'top':
      return topCondition(rule, rows, ruleCondition);
    case 'audience':
    case 'history':
      return rule.path?.length ? alongPath(rule, rule.path, rows) : saved(rule, rows);
    case 'sql':
      return writtenCondition(rule.sql, rows);
    case 'filter':
      throw new Error('filters are expanded before they are written');
    default:
      return unreachable(rule);
  }
}

function relatedCondition(rule: Extract<Rule, { kind: 'related' }>, outer: Rows): Term {
  const { rows, tie } = related(outer, rule.path);
  const wanted = ruleCondition(rule.quantifier === 'every' ? notOf(rule.where) : rule.where, rows);
  const some: Term = { kind: 'exists', query: subquery(numberOf(1), rows, tie, wanted) };
  return rule.quantifier === 'some' ? some : notTerm(some);
}

/** Of related rows: some of them is a member, or was sent something. */
function alongPath(rule: Saved, path: string[], outer: Rows): Term {
  const { path: _, ...here } = rule;
  const { rows, tie } = related(outer, path);
  const where = saved(here.kind === 'audience' ? { ...here, member: true } : { ...here, happened: true }, rows);
  const some: Term = { kind: 'exists', query: subquery(numberOf(1), rows, tie, where) };
  return (rule.kind === 'audience' ? rule.member : rule.happened) ? some : notTerm(some);
}

type Saved = Extract<Rule, { kind: 'audience' | 'history' }>;

function saved(rule: Saved, rows: Rows): Term {
  return rule.kind === 'audience' ? audienceCondition(rule, rows) : historyCondition(rule, rows);
}

function subquery(is: Term, rows: Rows, tie: Term, where: Term | undefined): QueryTree {
  return { kind: 'select', columns: [{ is }], from: rows.from, where: andOf(where ? [tie, where] : [tie]) };
}

/** A saved audience is a table of the schema `audience`, with the key of its members. */
function audienceCondition(rule: Extract<Rule, { kind: 'audience' }>, rows: Rows): Term {
  const { key } = rows.entity;
  const alias = nameIn(new Set(rows.taken), 'audience');
  const query: QueryTree = {
    kind: 'select',
    columns: key.map((name) => ({ is: columnOf(alias, name) })),
    from: { kind: 'table', schema: 'audience', name: rule.audience, as: alias },
  };
  const member: Term = { kind: 'in-query', inner: key.map((name) => columnOf(rows.alias, name)), query };
  return rule.member ? member : notTerm(member);
}
