import { unreachable } from '../base/never';
import type { Rule, Test } from '../model/rule';

export const nobody: Rule = { kind: 'any', rules: [] };
export const everybody: Rule = { kind: 'all', rules: [] };

/** All of the rules, without brackets and parts that say nothing. */
export function allOf(rules: readonly Rule[]): Rule {
  const flat = rules.flatMap((r) => (r.kind === 'all' ? r.rules : [r]));
  if (flat.some(isNobody)) return nobody;
  return flat.length === 1 && flat[0] ? flat[0] : { kind: 'all', rules: flat };
}

export function anyOf(rules: readonly Rule[]): Rule {
  const flat = rules.flatMap((r) => (r.kind === 'any' ? r.rules : [r]));
  if (flat.some(isEverybody)) return everybody;
  return flat.length === 1 && flat[0] ? flat[0] : { kind: 'any', rules: flat };
}

function isNobody(rule: Rule): boolean {
  return rule.kind === 'any' && rule.rules.length === 0;
}

function isEverybody(rule: Rule): boolean {
  return rule.kind === 'all' && rule.rules.length === 0;
}

/** The same rule in the one form in which it is written and read back. */
export function simplified(rule: Rule): Rule {
  switch (rule.kind) {
    case 'all':
      return allOf(rule.rules.map(simplified));
    case 'any':
      return anyOf(rule.rules.map(simplified));
    case 'not':
      return notOf(simplified(rule.rule));
    case 'related': {
      const where = simplified(rule.where);
      if (rule.quantifier === 'some') return someWhere(rule.path, where);
      return noneOf(rule.path, rule.quantifier === 'none' ? where : notOf(where));
    }
    case 'aggregate': {
      const { where, ...rest } = rule;
      const among = where && simplified(where);
      const whole: Rule = among && !isEverybody(among) ? { ...rest, where: among } : rest;
      return ofNothing(rule.test, (test) => ({ ...whole, test })) ?? whole;
    }
    case 'ordered': {
      const { among, ...rest } = rule;
      return { ...rest, ...amongOf(among), where: simplified(rule.where) };
    }
    case 'top': {
      const { among, ...rest } = rule;
      return { ...rest, ...amongOf(among) };
    }
    case 'attribute':
      return ofNothing(rule.test, (test) => ({ ...rule, test })) ?? rule;
    case 'audience':
    case 'history':
    case 'filter':
    case 'sql':
      return rule;
    default:
      return unreachable(rule);
  }
}

/** A value is one of no values for no row, and none of them for all that may be empty. */
function ofNothing(test: Test, rule: (test: Test) => Rule): Rule | undefined {
  if (!('values' in test) || test.values.length > 0) return undefined;
  if (test.op === 'one-of') return nobody;
  return test.excludeEmpty ? rule({ op: 'not-empty' }) : everybody;
}

function amongOf(among: Rule | undefined): { among?: Rule } {
  const rows = among && simplified(among);
  return rows && !isEverybody(rows) ? { among: rows } : {};
}

const negated = {
  contains: 'not-contains',
  'starts-with': 'not-starts-with',
  'ends-with': 'not-ends-with',
  matches: 'not-matches',
  'in-last': 'not-in-last',
  'in-next': 'not-in-next',
  equals: 'not-equals',
  'one-of': 'none-of',
} as const;

/** The test for everything but what `test` selects, empty values included or not; `undefined` where there is none. */
export function negatedTest(test: Test, excludeEmpty: boolean): Test | undefined {
  if (test.op === 'true' || test.op === 'false') return excludeEmpty ? { op: test.op === 'true' ? 'false' : 'true' } : undefined;
  if (test.op === 'empty') return { op: 'not-empty' };
  if (test.op === 'not-empty') return { op: 'empty' };
  const positive =
    excludeEmpty || ('excludeEmpty' in test && test.excludeEmpty) ? undefined : Object.entries(negated).find(([, n]) => n === test.op);
  if (positive) return plain({ ...test, op: positive[0] } as Test);
  const op = test.op in negated ? negated[test.op as keyof typeof negated] : undefined;
  return op && ({ ...test, op, ...(excludeEmpty ? { excludeEmpty } : {}) } as Test);
}

function plain(test: Test & { excludeEmpty?: boolean }): Test {
  const { excludeEmpty: _, ...rest } = test;
  return rest as Test;
}

/** The rows that a rule does not select. */
export function notOf(rule: Rule): Rule {
  switch (rule.kind) {
    case 'not':
      return rule.rule;
    case 'all':
      return rule.rules.length === 0 ? nobody : { kind: 'not', rule };
    case 'any':
      return rule.rules.length === 0 ? everybody : { kind: 'not', rule };
    case 'attribute':
    case 'aggregate': {
      const test = negatedTest(rule.test, false);
      return test ? { ...rule, test } : { kind: 'not', rule };
    }
    case 'related':
      if (rule.quantifier === 'some') return noneOf(rule.path, rule.where);
      return someWhere(rule.path, rule.quantifier === 'none' ? rule.where : notOf(rule.where));
    case 'audience':
      return { ...rule, member: !rule.member };
    case 'history':
      return { ...rule, happened: !rule.happened };
    default:
      return { kind: 'not', rule };
  }
}

/** Some related row; a membership or the history of related rows has a path of its own. */
export function someWhere(path: string[], where: Rule): Rule {
  if (isNobody(where)) return nobody;
  return alongPath(path, where) ?? { kind: 'related', quantifier: 'some', path, where };
}

function alongPath(path: string[], where: Rule): Rule | undefined {
  const says = (where.kind === 'audience' && where.member) || (where.kind === 'history' && where.happened);
  return says && !where.path?.length ? { ...where, path } : undefined;
}

/** No related row of which something is not so: that is every row. */
export function noneOf(path: string[], where: Rule): Rule {
  if (isNobody(where)) return everybody;
  const along = alongPath(path, where);
  if (along) return notOf(along);
  const opposite = saysNot(where) ? notOf(where) : undefined;
  return opposite ? { kind: 'related', quantifier: 'every', path, where: opposite } : { kind: 'related', quantifier: 'none', path, where };
}

function saysNot(rule: Rule): boolean {
  switch (rule.kind) {
    case 'not':
      return true;
    case 'attribute':
    case 'aggregate':
      return /^(not-(?!empty)|none-)/.test(rule.test.op) && !('excludeEmpty' in rule.test && rule.test.excludeEmpty);
    case 'related':
      return rule.quantifier !== 'some';
    default:
      return false;
  }
}

/** Whether a rule can only select rows for which `path` leads to a row. */
export function needsRow(rule: Rule, path: readonly string[]): boolean {
  const along = (found: readonly string[] | undefined) => path.every((name, i) => found?.[i] === name);
  switch (rule.kind) {
    case 'all':
      return rule.rules.some((r) => needsRow(r, path));
    case 'any':
      return rule.rules.length > 0 && rule.rules.every((r) => needsRow(r, path));
    case 'attribute':
      return along(rule.path ?? []) && needsValue(rule.test);
    case 'related':
      return rule.quantifier === 'some' && along(rule.path);
    default:
      return false;
  }
}

/** Whether a test holds for no row without a value. */
function needsValue(test: Test): boolean {
  if (test.op === 'empty') return false;
  if ('excludeEmpty' in test && test.excludeEmpty) return true;
  return test.op === 'not-empty' || !/^(not-|none-)/.test(test.op);
}
