import { orNull } from '../../segment/or-null';
import { type Found, lookUp } from '../../segment/scope';
import { preference } from '../activities/deduplicate';
import { anew } from '../asked';
import { inputScope, type Lowering } from '../lowering';
import { personalIn } from './ask';
import { ranked, standing } from './standing';
import type { Why } from './tracing';

/** The rows with equal fields and where this one stands among them. A row whose fields are all empty stands alone. */
export const whyDeduplicate: Why<'deduplicate'> = async (activity, { lowering, row }) => {
  const [input] = lowering.inputs;
  const fresh: Lowering = { ...lowering, compilation: anew(lowering.compilation) };
  const scope = input && inputScope(fresh, input);
  const order = scope && preference(activity, fresh, scope);
  if (!input || !scope || !order) return [];
  const found = activity.fields.map((f, i) => lookUp(scope, f.path ?? [], f.attribute, [...lowering.place, 'fields', i]));
  const groups = found.filter((f): f is Found => f !== undefined).map(orNull);
  const rows = { from: { relation: input.table, alias: 'input' }, joins: scope.joins };
  const stands = await standing(ranked(rows, 'input', input.key, order, groups), row);
  const names = activity.fields.map((f) => [...(f.path ?? []), f.attribute].join(' › '));
  const fields = Object.fromEntries(names.map((name, i) => [name, stands.groups[i] ?? null]));
  const alone = stands.groups.every((value) => value === null);
  return [
    {
      kind: 'group',
      fields,
      ...personalIn(found.map((f, i) => ({ ...f?.column, name: names[i] ?? '' }))),
      size: alone ? 1 : stands.of,
      rank: alone ? 1 : (stands.place ?? 0),
      keep: activity.keep,
      first: alone ? [row.key] : stands.first,
    },
  ];
};
