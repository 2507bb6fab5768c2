import type { Place } from '../../../../core/base/problems';
import type { DataModel, DataType } from '../../../../core/model/entity';
import { type Rule, rule as ruleSchema, type Test } from '../../../../core/model/rule';
import type { Literal } from '../../../../core/model/value';
import type { VariableType } from '../../../../core/model/variable';
import { walk } from '../../../state/reach';
import { attributeAt } from '../rules/attribute-select';
import { isReference, variableTypeFor } from '../rules/variable-types';

/** A value that is written in a rule and could be a parameter. `of` is what it is compared with. */
export interface WrittenValue {
  at: Place;
  of: string;
  test: Test;
  type: VariableType;
  value: Literal | Literal[];
}

/** Every value written in a rule, in its order. */
export function writtenValues(rule: Rule, entity: string, model: DataModel, at: Place = []): WrittenValue[] {
  const into = (inner: Rule | undefined, path: readonly string[], step: string) => {
    const there = walk(model, entity, path)?.entity;
    return inner && there !== undefined ? writtenValues(inner, there, model, [...at, step]) : [];
  };
  switch (rule.kind) {
    case 'all':
    case 'any':
      return rule.rules.flatMap((part, i) => writtenValues(part, entity, model, [...at, 'rules', i]));
    case 'not':
      return writtenValues(rule.rule, entity, model, [...at, 'rule']);
    case 'attribute': {
      const type = attributeAt(model, entity, rule.path, rule.attribute)?.type ?? 'text';
      return valuesOf(rule.test, rule.attribute, type, [...at, 'test']);
    }
    case 'aggregate': {
      const counted = rule.function === 'count' || rule.function === 'count-distinct';
      const type = counted ? 'integer' : (attributeAt(model, entity, rule.path, rule.attribute)?.type ?? 'number');
      const own = valuesOf(rule.test, [...rule.path, ...(rule.attribute ? [rule.attribute] : [])].join('.'), type, [...at, 'test']);
      return [...into(rule.where, rule.path, 'where'), ...own];
    }
    case 'related':
      return into(rule.where, rule.path, 'where');
    case 'ordered':
      return [...into(rule.among, rule.path, 'among'), ...into(rule.where, rule.path, 'where')];
    case 'top':
      return into(rule.among, [], 'among');
    case 'audience':
    case 'history':
    case 'filter':
    case 'sql':
      return [];
  }
}

function valuesOf(test: Test, of: string, type: DataType, at: Place): WrittenValue[] {
  const one = (key: string, value: unknown, as = variableTypeFor(type)): WrittenValue[] =>
    typeof value === 'object' || value === undefined ? [] : [{ at: [...at, key], of, test, type: as, value: value as Literal }];
  if ('moment' in test)
    return test.moment.kind === 'day' ? one('moment', test.moment.day, 'date').map((w) => ({ ...w, at: [...w.at, 'day'] })) : [];
  if ('unit' in test) return one('count', test.count, 'number');
  if ('values' in test) {
    const values = test.values.filter((v): v is Literal => !isReference(v));
    return values.length === test.values.length ? [{ at: [...at, 'values'], of, test, type: 'list', value: values }] : [];
  }
  if (test.op === 'between') return [...one('from', test.from), ...one('to', test.to)];
  return 'value' in test ? one('value', test.value) : [];
}

type Part = string | number | boolean | null | undefined | Part[] | { [key: string]: Part };

/** A rule with a variable in the place of a written value. */
export function withParameter(rule: Rule, { at, type }: Pick<WrittenValue, 'at' | 'type'>, name: string): Rule {
  const put = (part: Part, steps: Place): Part => {
    const [step, ...rest] = steps;
    if (step === undefined) return type === 'list' ? [{ variable: name }] : { variable: name };
    if (Array.isArray(part)) return part.map((item, i) => (i === step ? put(item, rest) : item));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, key === step ? put(inner, rest) : inner]));
  };
  return ruleSchema.parse(put(rule as Part, at));
}
