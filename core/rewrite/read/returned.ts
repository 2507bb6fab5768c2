import { sameName } from '../../base/same-name';
import type { AggregateSpec } from '../../segment/aggregate';
import type { OutputTree } from '../tree/term';
import { aggregateValue, type Group } from './aggregated';
import type { Source } from './here';
import { findColumn } from './names';
import type { Placed } from './place';
import { readValue } from './read-value';
import { excerpt, refuse } from './refuse';

/** What a SELECT gives beside a row. */
export type ReadValue =
  | { kind: 'attribute'; path: string[]; attribute: string }
  /** `sumless`: what a sum of no values is. */
  | { kind: 'aggregate'; of: AggregateSpec; sumless: 'zero' | 'nothing' };

/** The values of a result by the names of its columns. @throws AppError `rewrite-columns` for what is neither read beside a row nor an aggregate */
export function valuesOf(output: OutputTree, root: Source, placed: Placed, group: Group | undefined): [string, ReadValue][] {
  if ('star' in output) {
    const own = output.star === undefined ? placed.here.scope.sources.length === 1 : sameName(output.star, root.name);
    if (!own) return refuseOutput(output, root);
    return root.entity.attributes.map(({ name }) => [name, { kind: 'attribute', path: [], attribute: name }]);
  }
  const name = output.as ?? (output.is.kind === 'column' ? findColumn(output.is, placed.here).attribute.name : undefined);
  const aggregate = group && { aggregate: (call: typeof output.is) => aggregateValue(call, group, placed) };
  const value = readValue(output.is, { ...placed.here, anchor: root.anchor, ...aggregate });
  if (name === undefined || !value || value.folded || value.present || value.day || value.orElse !== undefined)
    return refuseOutput(output, root);
  const rule = value.rule({ op: 'not-empty' });
  if (rule.kind === 'attribute') return [[name, { kind: 'attribute', path: rule.path ?? [], attribute: rule.attribute }]];
  if (rule.kind !== 'aggregate') return refuseOutput(output, root);
  const { kind: _, test: __, ...of } = rule;
  return [[name, { kind: 'aggregate', of, sumless: value.zero ? 'nothing' : 'zero' }]];
}

export function refuseOutput(output: OutputTree, { entity }: Source): never {
  return refuse('rewrite-columns', { entity: entity.name, column: 'star' in output ? '*' : (output.as ?? excerpt(output.is)) });
}
