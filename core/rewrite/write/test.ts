import { unreachable } from '../../base/never';
import type { Test } from '../../model/rule';
import type { Literal, VariableReference } from '../../model/value';
import { type CompareOp, callOf, compared, isNullOf, notOf, type Term, textOf } from '../tree/term';
import { anniversaryCondition, momentCondition, periodCondition } from './dates';
import { notTrue } from './negate';
import { type TextOp, textCondition } from './text';
import { type Asked, folding, operand } from './value';

const signs = { equals: '=', less: '<', 'at-most': '<=', greater: '>', 'at-least': '>=' } as const satisfies Record<string, CompareOp>;

/** A condition that is TRUE exactly where the test selects the value. */
export function testCondition(test: Test, asked: Asked): Term {
  switch (test.op) {
    case 'equals':
    case 'less':
    case 'at-most':
    case 'greater':
    case 'at-least':
      return compareCondition(asked, signs[test.op], test.value, test.exact);
    case 'not-equals':
      return test.excludeEmpty
        ? compareCondition(present(asked), '<>', test.value, test.exact)
        : notTrue(compareCondition(asked, '=', test.value, test.exact));
    case 'between': {
      const [from, to] = [operand(asked.type, test.from), operand(asked.type, test.to)];
      return { kind: 'between', inner: comparable(asked, test.exact), from, to };
    }
    case 'one-of':
      return listCondition(asked, test.values, test.exact);
    case 'none-of':
      return test.excludeEmpty
        ? notOf(listCondition(present(asked), test.values, test.exact))
        : notTrue(listCondition(asked, test.values, test.exact));
    case 'empty':
      return asked.type === 'text' ? compared(callOf('coalesce', asked.is, textOf('')), '=', textOf('')) : isNullOf(asked.is);
    case 'not-empty':
      return asked.type === 'text' ? compared(asked.is, '<>', textOf('')) : notOf(isNullOf(asked.is));
    case 'true':
      return asked.is;
    case 'false':
      return notOf(asked.is);
    case 'contains':
    case 'starts-with':
    case 'ends-with':
    case 'matches':
      return textCondition(asked.is, test.op, test.value, test.exact ?? false);
    case 'not-contains':
    case 'not-starts-with':
    case 'not-ends-with':
    case 'not-matches': {
      const condition = (of: Asked) => textCondition(of.is, test.op.slice(4) as TextOp, test.value, test.exact ?? false);
      return test.excludeEmpty ? notOf(condition(present(asked))) : notTrue(condition(asked));
    }
    case 'in-last':
    case 'in-next':
      return periodCondition(asked, test.op, test.count, test.unit);
    case 'not-in-last':
    case 'not-in-next': {
      const within = periodCondition(asked, test.op === 'not-in-last' ? 'in-last' : 'in-next', test.count, test.unit);
      return test.excludeEmpty ? notOf(within) : notTrue(within);
    }
    case 'before':
    case 'after':
    case 'on':
      return momentCondition(asked, test.op, test.moment);
    case 'anniversary':
      return anniversaryCondition(asked, test.from, test.to);
    default:
      return unreachable(test);
  }
}

type Value = Literal | VariableReference;

function compareCondition(asked: Asked, op: CompareOp, value: Value, exact?: boolean): Term {
  return compared(comparable(asked, exact), op, operand(asked.type, value));
}

function listCondition(asked: Asked, values: readonly Value[], exact?: boolean): Term {
  return { kind: 'in', inner: comparable(asked, exact), list: values.map((v) => operand(asked.type, v)) };
}

/** The collation counts for both sides of a comparison. */
function comparable(asked: Asked, exact = false): Term {
  return asked.type === 'text' && !exact ? { kind: 'collate', inner: asked.is, collation: folding } : asked.is;
}

/** The value, NULL where it is empty: a comparison with it leaves out rows without one. */
function present(asked: Asked): Asked {
  return asked.type === 'text' ? { ...asked, is: callOf('nullif', asked.is, textOf('')) } : asked;
}
