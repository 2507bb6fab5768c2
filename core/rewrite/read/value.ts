import type { DataType } from '../../model/entity';
import type { Rule, Test } from '../../model/rule';
import type { Literal } from '../../model/value';

/** Something a rule can test. */
export interface Value {
  type: DataType;
  scale: number;
  /** The rule that puts a test to it. */
  rule(test: Test): Rule;
  /** Without letter case and accents: the value itself, or in comparisons with it. */
  folded?: 'itself' | 'compared';
  /** NULL where the text is `''` too. */
  present?: true;
  /** The day of a moment. */
  day?: true;
  /** SQL has a value exactly where this holds; where it is left out, where the rule has one. */
  known?: Rule;
  /** The rule has 0 where SQL has no value. */
  zero?: true;
  /** Stands where there is no value. */
  orElse?: Literal;
}

/** Values are the same when the rules that test them are. */
export function sameValue(a: Value, b: Value): boolean {
  const facts = (v: Value) => JSON.stringify([v.rule({ op: 'empty' }), v.folded, v.present, v.day, v.known, v.orElse]);
  return facts(a) === facts(b);
}
