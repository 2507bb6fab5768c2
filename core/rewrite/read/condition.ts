import type { Rule, Test } from '../../model/rule';
import { notOf } from '../rules';
import { sameTerm } from '../tree/same';
import type { Term } from '../tree/term';
import { isOwnFold } from '../write/value';
import { anniversaryIn } from './anniversary';
import { comparedWith, compareRule } from './compare';
import { type Cond, negated } from './cond';
import type { Here } from './here';
import { whereTrue } from './lower';
import { type Operand, operandOf } from './operand';
import { patternTest } from './pattern';
import { withPeriods } from './periods';
import { readValue } from './read-value';
import { mirrored, type Sign } from './sign';
import type { Value } from './value';

/** The rule for the rows where all of the conditions are TRUE. */
export function readConditions(terms: readonly Term[], here: Here): Rule {
  return whereTrue(conjunction(terms, here), here);
}

function conjunction(terms: readonly Term[], here: Here): Cond {
  const all = withPeriods(terms.map((t) => condition(t, here)).flatMap((c) => (c.kind === 'and' ? c.all : [c])));
  return all.length === 1 && all[0] ? all[0] : { kind: 'and', all };
}

/** An anniversary is two conditions of which one holds. */
function disjunction(terms: readonly Term[], here: Here): Cond {
  const all: Cond[] = [];
  for (let i = 0; i < terms.length; i++) {
    const anniversary = anniversaryIn(terms.slice(i, i + 2), here);
    const [term] = terms.slice(i, i + 1);
    if (anniversary) i++;
    if (term) all.push(anniversary ?? condition(term, here));
  }
  return all.length === 1 && all[0] ? all[0] : { kind: 'or', all };
}

function condition(term: Term, here: Here): Cond {
  switch (term.kind) {
    case 'and':
      return conjunction(term.all, here);
    case 'or':
      return disjunction(term.all, here);
    case 'not':
      return negated(condition(term.inner, here));
    case 'is-true':
      return { kind: 'is-true', inner: condition(term.inner, here) };
    case 'boolean':
      return { kind: 'constant', value: term.value };
    case 'null':
      return { kind: 'constant', value: null };
    case 'is-null':
      return nullCondition(term.inner, term, here);
    case 'compare':
      return comparison(term, here);
    case 'between':
      return between(term, here);
    case 'in':
      return oneOf(term, here);
    case 'like':
      return like(term, here);
    case 'exists': {
      const yes = here.reader.exists(term.query, here);
      return { kind: 'rule', yes, no: () => notOf(yes) };
    }
    case 'in-query':
      return { kind: 'rule', ...here.reader.among(term.inner, term.query, here) };
    case 'call':
      return textCall(term, here) ?? truth(term, here);
    default:
      return truth(term, here);
  }
}

/** A boolean value by itself. */
function truth(term: Term, here: Here): Cond {
  const value = readValue(term, here);
  return value?.type === 'boolean' ? { kind: 'test', value, test: { op: 'true' }, term } : { kind: 'written', term };
}

const conditionKinds: ReadonlySet<Term['kind']> = new Set([
  'and',
  'or',
  'not',
  'is-true',
  'is-null',
  'compare',
  'between',
  'in',
  'like',
  'exists',
  'in-query',
]);

function nullCondition(inner: Term, term: Term, here: Here): Cond {
  if (conditionKinds.has(inner.kind)) return { kind: 'is-null', inner: condition(inner, here) };
  const value = readValue(inner, here);
  if (!value) return { kind: 'written', term };
  return value.orElse === undefined ? { kind: 'absent', value } : { kind: 'constant', value: false };
}

function comparison(term: Extract<Term, { kind: 'compare' }>, here: Here): Cond {
  const { op } = term;
  if (op === 'IS DISTINCT FROM' || op === 'IS NOT DISTINCT FROM') {
    const same = sameOrBothNull(term, here);
    return op === 'IS NOT DISTINCT FROM' ? same : negated(same);
  }
  if (sameTerm(term.left, term.right) && operandOf(term.left)) return { kind: 'constant', value: op === '=' || op === '<=' || op === '>=' };
  if (term.left.kind === 'null' || term.right.kind === 'null') return { kind: 'constant', value: null };
  const sided = sides(term.left, op, term.right, here);
  return sided ? { kind: 'compare', ...sided, term } : { kind: 'written', term };
}

/** The value on one side and what it is compared with on the other. */
function sides(left: Term, sign: Sign, right: Term, here: Here): { value: Value; sign: Sign; operand: Operand } | undefined {
  const straight = operandOf(right);
  const operand = straight ?? operandOf(left);
  const value = operand && readValue(straight ? left : right, here);
  return value && { value, sign: straight ? sign : mirrored[sign], operand };
}

/** A comparison that knows no NULL: with a value it is plain equality that is TRUE or not. */
function sameOrBothNull(term: Extract<Term, { kind: 'compare' }>, here: Here): Cond {
  const other = term.right.kind === 'null' ? term.left : term.left.kind === 'null' ? term.right : undefined;
  if (other) return nullCondition(other, term, here);
  const sided = sides(term.left, '=', term.right, here);
  const equal: Term = { kind: 'compare', op: '=', left: term.left, right: term.right };
  if (!sided) return { kind: 'written', term: { ...term, op: 'IS NOT DISTINCT FROM' } };
  return { kind: 'is-true', inner: { kind: 'compare', ...sided, term: equal } };
}

function between(term: Extract<Term, { kind: 'between' }>, here: Here): Cond {
  const value = readValue(term.inner, here);
  const [from, to] = [operandOf(term.from), operandOf(term.to)];
  if (value && from && to && value.orElse === undefined && !value.day) {
    const [low, high] = [comparedWith(value, from), comparedWith(value, to)];
    if (low && high && value.type !== 'boolean')
      return { kind: 'test', value, test: { op: 'between', from: low.value, to: high.value, ...low.exact }, term };
  }
  return conjunction(
    [
      { kind: 'compare', op: '>=', left: term.inner, right: term.from },
      { kind: 'compare', op: '<=', left: term.inner, right: term.to },
    ],
    here,
  );
}

function oneOf(term: Extract<Term, { kind: 'in' }>, here: Here): Cond {
  const value = readValue(term.inner, here);
  const operands = term.list.map(operandOf).filter((o) => o !== undefined);
  if (!value || operands.length < term.list.length) return { kind: 'written', term };
  const values = operands.map((o) => comparedWith(value, o)).filter((v) => v !== undefined);
  if (values.length === operands.length && value.orElse === undefined && !value.day)
    return { kind: 'test', value, test: { op: 'one-of', values: values.map((v) => v.value), ...values[0]?.exact }, term };
  if (operands.some((o) => !compareRule(value, '=', o))) return { kind: 'written', term };
  return { kind: 'or', all: operands.map((operand) => ({ kind: 'compare', value, sign: '=', operand, term })) };
}

function like(term: Extract<Term, { kind: 'like' }>, here: Here): Cond {
  const value = readValue(term.inner, here);
  const pattern = operandOf(term.pattern);
  if (value?.type !== 'text' || !pattern || value.orElse !== undefined || value.folded === 'compared') return { kind: 'written', term };
  const compared = comparedWith(value, pattern);
  const other = compared?.value;
  const escapes = term.escape === undefined || !('folded' in pattern && pattern.folded) || /^[!-/:-@[-`{-~]$/.test(term.escape);
  const test = typeof other === 'string' && escapes ? patternTest(other, term.escape) : undefined;
  if (test) return { kind: 'test', value, test: { ...test, ...compared?.exact }, term };
  return typeof other === 'object' && term.escape === undefined
    ? { kind: 'test', value, test: { op: 'matches', value: other, ...compared?.exact }, term }
    : { kind: 'written', term };
}

const textCalls = {
  contains: 'contains',
  starts_with: 'starts-with',
  prefix: 'starts-with',
  ends_with: 'ends-with',
  suffix: 'ends-with',
} as const;

/** `contains(x, 'a')` and its kin, and ILIKE where letter case cannot matter. */
function textCall(term: Extract<Term, { kind: 'call' }>, here: Here): Cond | undefined {
  const [first, second] = term.args;
  if (!first || !second || term.args.length !== 2) return undefined;
  if (term.name === 'ILIKE' && second.kind === 'text' && isCaseless(second.value))
    return like({ kind: 'like', inner: first, pattern: second }, here);
  const op = Object.hasOwn(textCalls, term.name) ? textCalls[term.name as keyof typeof textCalls] : undefined;
  const value = op && readValue(first, here);
  const operand = value?.type === 'text' && value.orElse === undefined && value.folded !== 'compared' ? operandOf(second) : undefined;
  const compared = value && operand && comparedWith(value, operand);
  if (!compared || typeof compared.value === 'number' || typeof compared.value === 'boolean') return undefined;
  const test = { op, value: compared.value, ...compared.exact } as Test;
  return { kind: 'test', value, test, term };
}

/** ASCII without letters: no letter of any case becomes one of these, and none of these becomes a letter. */
function isCaseless(pattern: string): boolean {
  return isOwnFold(pattern) && !/[a-z_]/.test(pattern);
}
