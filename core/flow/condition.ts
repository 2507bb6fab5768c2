import type { Place } from '../base/problems';
import type { Condition } from '../model/activity';
import type { Literal } from '../model/value';
import { nowName } from '../segment/as-of';
import { report } from '../segment/scope';
import { type Binding, findVariable, fitsType, variableNames } from '../segment/variables';
import { compare } from '../sql/expression';
import type { Expression } from '../sql/query';
import { literalText } from '../sql/quote';
import { compared } from './compared';
import type { Lowering } from './lowering';
import { rowsOf } from './rows-of';
import type { When } from './when';

const operators = { equals: '=', 'not-equals': '<>', less: '<', 'at-most': '<=', greater: '>', 'at-least': '>=' } as const;

/** One side of a comparison, and what to call it. */
interface Side extends Binding {
  name: string;
}

/** A condition of a test; decided at once where nothing in it is counted. `undefined` after problems were reported. */
export function conditionOf(condition: Condition, lowering: Lowering, place: Place): When | undefined {
  const { op } = condition;
  const sides = sidesOf(condition, lowering, place);
  if (!sides) return undefined;
  const { left, right } = sides;
  const { compilation } = lowering;
  if (left.type === 'list') return report(compilation, 'variable-wrong-type', place, { variable: left.name, type: 'list', needed: 'text' });
  if (left.type === 'boolean' && op !== 'equals' && op !== 'not-equals')
    return report(compilation, 'rule-wrong-type', place, { attribute: left.name, type: left.type, op });
  if (typeof left.plain === 'object' || typeof right.plain === 'object') return undefined;
  if (left.plain !== undefined && right.plain !== undefined) return compared(op, left.plain, right.plain, left.type);
  const [a, b] = [expressionOf(left), expressionOf(right)];
  return a && b && compare(operators[op], a, b);
}

/** What a condition compares. `undefined` after problems were reported. */
export function sidesOf(condition: Condition, lowering: Lowering, place: Place): { left: Side; right: Side } | undefined {
  const left = leftSide(condition, lowering, [...place, 'left']);
  const right = left && rightSide(left, condition, lowering, [...place, 'right']);
  return left && right && { left, right };
}

function leftSide({ left }: Condition, lowering: Lowering, place: Place): Side | undefined {
  if (left.kind === 'variable') return variable(left.variable, lowering, place);
  const population =
    left.activity === undefined ? lowering.inputs[0] : lowering.counted({ activity: left.activity, output: left.output ?? 'out' }, place);
  return population && { name: left.activity ?? lowering.place.join(), type: 'number', is: rowsOf(population) };
}

function rightSide(left: Side, { right }: Condition, lowering: Lowering, place: Place): Side | undefined {
  if (typeof right === 'object') {
    const found = variable(right.variable, lowering, place);
    if (!found || found.type === left.type) return found;
    const details = { variable: found.name, type: found.type, needed: left.type };
    return report(lowering.compilation, 'variable-wrong-type', place, details);
  }
  if (fitsType(left.type, right)) return { name: left.name, type: left.type, plain: right };
  return report(lowering.compilation, 'rule-bad-value', place, { value: String(right), type: left.type, attribute: left.name });
}

function variable(name: string, { compilation }: Lowering, place: Place): Side | undefined {
  const bound = name === nowName ? undefined : findVariable(name, compilation);
  if (!bound) return report(compilation, 'variable-unknown', place, { variable: name, known: variableNames(compilation.variables) });
  if (bound.plain === undefined && !bound.is) return report(compilation, 'variable-no-value', place, { variable: name });
  return { ...bound, name };
}

/** Only numbers are compared while the flow runs. */
export function expressionOf({ plain, is }: Side): Expression | undefined {
  return typeof plain === 'object' || plain === undefined ? is : numberOf(plain);
}

function numberOf(value: Literal): Expression {
  const type = (['integer', 'decimal'] as const).find((t) => literalText(t, value) !== undefined) ?? 'number';
  return { kind: 'literal', type, value };
}
