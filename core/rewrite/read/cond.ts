import type { Rule, Test } from '../../model/rule';
import { notOf, type Term } from '../tree/term';
import type { Operand } from './operand';
import { opposite, type Sign } from './sign';
import type { Value } from './value';

/** A condition of SQL with what it asks worked out; TRUE, FALSE or NULL for a row as the SQL is. */
export type Cond =
  | { kind: 'and' | 'or'; all: Cond[] }
  | { kind: 'not' | 'is-true' | 'is-null'; inner: Cond }
  | { kind: 'constant'; value: boolean | null }
  /** NULL where the value is. */
  | { kind: 'test'; value: Value; test: Test; term: Term }
  | { kind: 'compare'; value: Value; sign: Sign; operand: Operand; term: Term }
  | { kind: 'absent'; value: Value }
  /** TRUE where `yes` selects, FALSE where `no` does, which may refuse to say it. */
  | { kind: 'rule'; yes: Rule; no: () => Rule }
  /** What no other form says. */
  | { kind: 'written'; term: Term };

export function negated(cond: Cond): Cond {
  switch (cond.kind) {
    case 'not':
      return cond.inner;
    case 'and':
    case 'or':
      return { kind: cond.kind === 'and' ? 'or' : 'and', all: cond.all.map(negated) };
    case 'constant':
      return { kind: 'constant', value: cond.value === null ? null : !cond.value };
    case 'compare':
      return { ...cond, sign: opposite[cond.sign], term: cond.term.kind === 'not' ? cond.term.inner : notOf(cond.term) };
    default:
      return { kind: 'not', inner: cond };
  }
}
