import type { ActivityOf, Condition, Flow } from '../model/activity';
import type { Literal } from '../model/value';
import type { VariableType } from '../model/variable';
import { compared } from './compared';
import { incoming } from './graph';

/** A value of a variable, with its type. */
export interface Value {
  type: VariableType;
  value: Literal | readonly Literal[];
}

export interface Known {
  /** `undefined` where a transition could not be counted. */
  rows(activity: string, output: string): number | undefined;
  /** `undefined` while a variable has no value. */
  variable(name: string): Value | undefined;
}

/** The output a test sends its population to; `complement` when no branch takes it and it has no default. */
export function takenBy(flow: Flow, test: ActivityOf<'test'>, known: Known): string {
  const first = test.branches.find((b) => b.all.every((c) => holds(flow, test, c, known)));
  return first?.id ?? (test.default ? 'default' : 'complement');
}

/** FALSE where a value is not known or the types differ. */
function holds(flow: Flow, test: ActivityOf<'test'>, { left, op, right }: Condition, known: Known): boolean {
  const compare = left.kind === 'variable' ? known.variable(left.variable) : counted(flow, test, left, known);
  const other = typeof right === 'object' ? known.variable(right.variable) : compare && { type: compare.type, value: right };
  if (!compare || !other || compare.type !== other.type || compare.type === 'list') return false;
  if (typeof compare.value === 'object' || typeof other.value === 'object') return false;
  return compared(op, compare.value, other.value, compare.type);
}

function counted(flow: Flow, test: ActivityOf<'test'>, left: { activity?: string | undefined; output?: string | undefined }, known: Known) {
  const [arrow] = incoming(flow, test.id);
  const own = arrow && { activity: arrow.from, output: arrow.output };
  const of = left.activity === undefined ? own : { activity: left.activity, output: left.output ?? 'out' };
  const rows = of && known.rows(of.activity, of.output);
  return rows === undefined ? undefined : { type: 'number' as const, value: rows };
}
