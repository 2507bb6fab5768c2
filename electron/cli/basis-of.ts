import type { Campaign } from '../../core/model/campaign';
import type { Given, VariableType } from '../../core/model/variable';
import type { Basis } from '../../core/usecases/campaign/plan-for';
import type { BasisOptions } from './options';
import { momentOf } from './with-workspace';

/** What a command looks at a campaign with: its moment, and the values set for its variables. What does not fit is told where it is used. */
export function basisOf(options: BasisOptions, { variables = [] }: Campaign): Basis {
  const values = Object.entries(options.set ?? {}).map(([name, text]) => [
    name,
    valueOf(text, variables.find((v) => v.name === name)?.type),
  ]);
  return { asOf: momentOf(options), variables: Object.fromEntries(values) };
}

function valueOf(text: string, type: VariableType | undefined): Given[string] {
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return type === 'list' ? text.split(',').map((part) => part.trim()) : text;
}
