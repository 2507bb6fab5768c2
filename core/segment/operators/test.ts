import { unreachable } from '../../base/never';
import type { Place } from '../../base/problems';
import type { Test } from '../../model/rule';
import type { Expression } from '../../sql/query';
import { type Found, report, type Scope } from '../scope';
import { betweenTest, compareTest, listTest } from './compare';
import { anniversaryTest, momentTest, periodTest } from './dates';
import { emptyTest, truthTest } from './empty';
import { negate } from './negated';
import type { Tested } from './tested';
import { patternTest } from './text';

/** What is asked of one value, as a condition. */
export function compileTest(test: Test, found: Found, attribute: string, scope: Scope, place: Place): Expression | undefined {
  const { type } = found.column;
  if (type === 'list') return report(scope, 'rule-wrong-type', place, { attribute, type, op: test.op });
  const tested: Tested = { is: found.is, type, scale: found.column.scale ?? 0, attribute, scope, place };
  switch (test.op) {
    case 'equals':
    case 'less':
    case 'at-most':
    case 'greater':
    case 'at-least':
      return compareTest(tested, test.op, test.value, test.exact);
    case 'not-equals':
      return negate(tested, compareTest(tested, 'equals', test.value, test.exact), test.excludeEmpty);
    case 'between':
      return betweenTest(tested, test.from, test.to, test.exact);
    case 'one-of':
      return listTest(tested, test.values, test.exact);
    case 'none-of':
      return negate(tested, listTest(tested, test.values, test.exact), test.excludeEmpty);
    case 'empty':
    case 'not-empty':
      return emptyTest(tested, test.op);
    case 'true':
    case 'false':
      return truthTest(tested, test.op);
    case 'contains':
    case 'starts-with':
    case 'ends-with':
    case 'matches':
      return patternTest(tested, test.op, test.value, test.exact);
    case 'not-contains':
      return negate(tested, patternTest(tested, 'contains', test.value, test.exact), test.excludeEmpty);
    case 'not-starts-with':
      return negate(tested, patternTest(tested, 'starts-with', test.value, test.exact), test.excludeEmpty);
    case 'not-ends-with':
      return negate(tested, patternTest(tested, 'ends-with', test.value, test.exact), test.excludeEmpty);
    case 'not-matches':
      return negate(tested, patternTest(tested, 'matches', test.value, test.exact), test.excludeEmpty);
    case 'in-last':
    case 'in-next':
      return periodTest(tested, test.op, test.count, test.unit);
    case 'not-in-last':
      return negate(tested, periodTest(tested, 'in-last', test.count, test.unit), test.excludeEmpty);
    case 'not-in-next':
      return negate(tested, periodTest(tested, 'in-next', test.count, test.unit), test.excludeEmpty);
    case 'before':
    case 'after':
    case 'on':
      return momentTest(tested, test.op, test.moment);
    case 'anniversary':
      return anniversaryTest(tested, test.from, test.to);
    default:
      return unreachable(test);
  }
}
