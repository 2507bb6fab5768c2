import type { Filter } from '../../../../core/model/filter';
import type { Rule } from '../../../../core/model/rule';
import type { Parameter } from '../../../../core/model/variable';
import { variablesIn } from '../variables/references';
import { type WrittenValue, withParameter } from './written-values';

/**
 * A filter made of a rule, and a rule that says the filter where it stood. Values chosen become parameters with the written
 * value to begin with; variables the rule refers to become parameters too, and are handed on where it stood.
 */
export function filterFrom({
  rule,
  entity,
  id,
  name,
  chosen,
  variables,
}: {
  rule: Rule;
  entity: string;
  id: string;
  name: string;
  chosen: ReadonlyMap<WrittenValue, string>;
  variables: readonly Parameter[];
}): { filter: Filter; use: Rule } {
  const referred = variables.filter((v) => variablesIn(rule).includes(v.name));
  const parameters: Parameter[] = [
    ...referred.map(({ name, type, value }) => ({ name, type, ...(value === undefined ? {} : { value }) })),
    ...[...chosen].map(([{ type, value }, parameter]) => ({ name: parameter, type, value })),
  ];
  const asked = [...chosen].reduce((part, [value, parameter]) => withParameter(part, value, parameter), rule);
  return {
    filter: { format: 1, id, name, entity, parameters, rule: asked },
    use: { kind: 'filter', filter: id, arguments: Object.fromEntries(referred.map((v) => [v.name, { variable: v.name }])) },
  };
}
