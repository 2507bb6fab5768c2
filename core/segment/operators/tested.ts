import type { Place } from '../../base/problems';
import type { DataType } from '../../model/entity';
import type { Literal } from '../../model/value';
import { call } from '../../sql/expression';
import type { Expression } from '../../sql/query';
import { literalText } from '../../sql/quote';
import { report, type Scope } from '../scope';

/** A value under test, and where a problem with the test is reported. */
export interface Tested {
  is: Expression;
  type: DataType;
  scale: number;
  attribute: string;
  scope: Scope;
  place: Place;
}

/** Text without letter case and accents. */
export function fold(e: Expression): Expression {
  return call('strip-accents', call('lower', e));
}

/** A literal of the tested type; reports a problem when the value is not one. */
export function typedLiteral(tested: Tested, value: Literal): Expression | undefined {
  const type = tested.type === 'integer' && /^-?\d+\.\d+$/.test(String(value)) ? 'decimal' : tested.type;
  if (literalText(type, value) === undefined) {
    return report(tested.scope, 'rule-bad-value', tested.place, { value: String(value), type: tested.type, attribute: tested.attribute });
  }
  return { kind: 'literal', type, value };
}

export function wrongType(tested: Tested, op: string): undefined {
  return report(tested.scope, 'rule-wrong-type', tested.place, { attribute: tested.attribute, type: tested.type, op });
}
