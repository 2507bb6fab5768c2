import { notOf } from '../rules';
import type { Cond } from './cond';
import { negated } from './cond';
import type { Value } from './value';

/** A condition that is NULL exactly where this value is absent. */
function subject(cond: Cond): Value | undefined {
  if (cond.kind === 'not') return subject(cond.inner);
  return (cond.kind === 'test' || cond.kind === 'compare') && cond.value.orElse === undefined ? cond.value : undefined;
}

function sameSubject(a: Value, b: Value): boolean {
  const facts = (v: Value) => JSON.stringify([v.rule({ op: 'empty' }), v.known, v.present]);
  return facts(a) === facts(b);
}

/** Of conditions that all hold: without a text's `x IS NOT NULL` beside another one that holds for no NULL. */
export function withoutNeedless(all: readonly Cond[]): Cond[] {
  return all.filter((cond) => {
    const present = cond.kind === 'not' && cond.inner.kind === 'absent' ? cond.inner.value : undefined;
    return present?.type !== 'text' || !all.some((other) => other !== cond && sameAs(subject(other), present));
  });
}

/** Of conditions of which one holds: for a text, `x IS NULL OR NOT (x …)` is `(x …) IS NOT TRUE`. */
export function withUnknown(all: readonly Cond[]): Cond[] {
  let rest = [...all];
  for (const cond of all) {
    if (cond.kind !== 'absent' || cond.value.type !== 'text') continue;
    const other = rest.find((c) => saysNot(c) && sameAs(subject(c), cond.value));
    if (!other) continue;
    rest = rest.filter((c) => c !== cond).map((c) => (c === other ? { kind: 'not', inner: { kind: 'is-true', inner: negated(c) } } : c));
  }
  return rest;
}

/** `x IS NULL OR x = ''`: the value, and the two conditions that say it together. */
export function withEmpty(all: readonly Cond[]): Cond[] {
  const isBlank = (c: Cond) =>
    c.kind === 'compare' && c.sign === '=' && c.operand.kind === 'text' && c.operand.value === '' && !c.value.folded;
  let rest = [...all];
  for (const cond of all) {
    if (cond.kind !== 'absent' || cond.value.type !== 'text' || cond.value.known) continue;
    const blank = rest.find((c) => isBlank(c) && sameAs(subject(c), cond.value));
    if (!blank) continue;
    const yes = cond.value.rule({ op: 'empty' });
    rest = rest.filter((c) => c !== blank).map((c) => (c === cond ? { kind: 'rule', yes, no: () => notOf(yes) } : c));
  }
  return rest;
}

function saysNot(cond: Cond): boolean {
  return (cond.kind === 'compare' && cond.sign === '<>') || (cond.kind === 'not' && cond.inner.kind === 'test');
}

function sameAs(a: Value | undefined, b: Value): boolean {
  return a !== undefined && sameSubject(a, b);
}
