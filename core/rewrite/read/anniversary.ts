import { sameTerm } from '../tree/same';
import type { Term } from '../tree/term';
import { anniversaryCondition } from '../write/dates';
import type { Cond } from './cond';
import type { Here } from './here';
import { operandOf } from './operand';
import { readValue } from './read-value';

/** The one way in which an anniversary is written: it is recognised by being written again. */
export function anniversaryIn(all: Term[], here: Here): Cond | undefined {
  const [falls] = all;
  const term: Term = { kind: 'or', all };
  if (falls?.kind !== 'between' || falls.inner.kind !== 'call' || falls.inner.name !== '+') return undefined;
  const day = falls.inner.args[0];
  const [from, to] = [operandOf(falls.from), operandOf(falls.to)];
  if (!day || from?.kind !== 'today' || to?.kind !== 'today') return undefined;
  const value = readValue(day, here);
  if (!value || (value.type !== 'date' && !value.day) || value.orElse !== undefined) return undefined;
  if (!sameTerm(term, anniversaryCondition({ is: day, type: 'date' }, from.offset, to.offset))) return undefined;
  const { day: _, ...whole } = value;
  return { kind: 'test', value: whole, test: { op: 'anniversary', from: from.offset, to: to.offset }, term };
}
