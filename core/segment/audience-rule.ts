import { unreachable } from '../base/never';
import type { Place } from '../base/problems';
import type { Audience } from '../model/audience';
import type { Attribute } from '../model/entity';
import type { Rule } from '../model/rule';
import { isNotTrue } from '../sql/expression';
import type { Expression } from '../sql/query';
import { isJoined, keyTies, someReached } from './joined';
import { findAttribute } from './population';
import { reach } from './reach';
import { insideSaved } from './saved';
import { type Compilation, type RuleCompiler, report, type Scope, scopeOfSaved } from './scope';
import { noVariables } from './variables';
import { bindSql } from './written';

/** The row, or a row the path reaches, is a member of a saved audience, or is not. */
export function audienceTest(
  rule: Extract<Rule, { kind: 'audience' }>,
  scope: Scope,
  place: Place,
  compile: RuleCompiler,
): Expression | undefined {
  const { compilation } = scope;
  const audience = compilation.audiences.find((a) => a.id === rule.audience);
  if (!audience) {
    const known = compilation.audiences.map((a) => a.id).join(', ') || '–';
    return report(compilation, 'flow-unknown-audience', place, { audience: rule.audience, known });
  }
  const reached = rule.path?.length ? reach(scope, rule.path, place) : undefined;
  if (rule.path?.length && !reached) return undefined;
  const members = scopeOfSaved(reached?.scope ?? scope, compilation);
  if (members.entity.name !== audience.dimension)
    return report(compilation, 'rule-other-entity', place, { found: members.entity.name, needed: audience.dimension });
  const member = memberTest(audience, members, place, compile);
  if (!member) return undefined;
  const found = reached ? someReached(scope, reached, member) : member;
  return rule.member ? found : isNotTrue(found);
}

export function memberTest(audience: Audience, scope: Scope, place: Place, compile: RuleCompiler): Expression | undefined {
  const { definition } = audience;
  switch (definition.kind) {
    case 'rule': {
      const compilation = insideAudience(scope.compilation, audience.id, place);
      return compilation && compile(definition.rule, scopeOfSaved(scope, compilation), placeInside(place, audience.id));
    }
    case 'sql':
      return writtenMembers(definition.sql, scope, placeInside(place, audience.id));
    case 'snapshot': {
      const key = keyTies(scope, 'member');
      const relation = { kind: 'table' as const, schema: 'audience', name: definition.table };
      const columns = key.map(({ name, is }) => ({ name, is }));
      return isJoined(scope, { kind: 'select', columns, from: { relation, alias: 'member' } }, key);
    }
    default:
      return unreachable(definition);
  }
}

export const placeInside = (place: Place, audience: string): Place => [...place, 'audience', audience];

/** What the rule of a live audience is compiled with: it knows no variables. */
export function insideAudience(compilation: Compilation, id: string, place: Place): Compilation | undefined {
  return insideSaved(compilation, `audience ${id}`, noVariables, place);
}

function writtenMembers(sql: string, scope: Scope, place: Place): Expression | undefined {
  const { compilation, entity } = scope;
  const bound = bindSql({ ...compilation, variables: noVariables }, sql, place);
  if (!bound) return undefined;
  compilation.written.push({
    sql: bound.sample,
    tables: compilation.model.entities.map((e) => e.name),
    place,
    judge(columns) {
      const missing = entity.key.find((k) => !columns.some((c) => c.name === k));
      if (missing !== undefined)
        report(compilation, 'sql-missing-key', place, { column: missing, entity: entity.name, key: entity.key.join(', ') });
    },
  });
  const key = keyTies(scope, 'written');
  const columns = key.map(({ name, is }, i) => ({ name, is: asAttribute(is, findAttribute(entity, entity.key[i] ?? '')) }));
  const relation = { kind: 'written' as const, sql, tables: [], values: bound.values };
  return isJoined(scope, { kind: 'select', distinct: true, columns, from: { relation, alias: 'written' } }, key);
}

function asAttribute(inner: Expression, attribute: Attribute | undefined): Expression {
  return { kind: 'cast', inner, type: attribute?.type ?? 'text', scale: attribute?.scale ?? 0 };
}
