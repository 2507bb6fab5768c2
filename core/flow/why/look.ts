import type { Entity } from '../../model/entity';
import type { ExplainedRule, LookedAt } from '../../model/why';
import { keyColumns } from '../../segment/population';
import type { Found } from '../../segment/scope';
import { column, integer, isTrue } from '../../sql/expression';
import type { Expression, OrderTerm, Output, Select } from '../../sql/query';
import { few, inTurn, personalIn, type Row, truthOf, type Values } from './ask';

/** Rows to look at, which `source` reads under an alias, and what is asked of each. */
export interface Looking {
  entity: Entity;
  alias: string;
  source: Pick<Select, 'from' | 'joins' | 'where'>;
  holds: Expression;
  /** What else is shown of a row. */
  values?: Found[];
  /** Which rows come first; ties by key. Those for which `holds` is TRUE where this says nothing, others with `failingFirst`. */
  order?: OrderTerm[];
  failingFirst?: boolean;
  /** Only rows for which `holds` is TRUE are shown, this many. */
  only?: number;
}

/** Counts the rows and shows the first few, each with what `explain` finds in it. */
export async function look(looking: Looking, row: Row, explain?: (key: Values) => Promise<ExplainedRule | undefined>): Promise<LookedAt> {
  const { entity, source, holds } = looking;
  const all: Expression = { kind: 'aggregate', function: 'count', args: [] };
  const [counts] = await row.ask({
    kind: 'select',
    columns: [
      { name: 'reached', is: all },
      { name: 'holding', is: { ...all, filter: holds } },
    ],
    ...source,
  });
  const shown = await row.ask(firstFew(looking));
  const key = keyColumns(entity);
  const first = shown.map((values) => async () => {
    const own = Object.fromEntries(key.map((k, i) => [k.name, values[`key_${i + 1}`] ?? null]));
    const rule = await explain?.(own);
    return {
      key: own,
      holds: truthOf(values.holds),
      ...(looking.values
        ? { values: Object.fromEntries(looking.values.map((v, i) => [v.column.name, values[`value_${i + 1}`] ?? null])) }
        : {}),
      ...(rule ? { rule } : {}),
    };
  });
  return {
    entity: entity.name,
    reached: Number(counts?.reached),
    holding: Number(counts?.holding),
    ...personalIn([...key, ...(looking.values ?? []).map((v) => v.column)]),
    first: await inTurn(first),
  };
}

/** A row that is reached in several ways is shown once. */
function firstFew({ entity, alias, source, holds, values = [], order = [], failingFirst = false, only }: Looking): Select {
  const key = keyColumns(entity).map((k, i): Output => ({ name: `key_${i + 1}`, is: column(alias, k.name) }));
  const holding: Expression = {
    kind: 'case',
    branches: [{ when: isTrue(holds), gives: integer(failingFirst ? 1 : 0) }],
    otherwise: integer(failingFirst ? 0 : 1),
  };
  const named = [
    ...key,
    { name: 'holds', is: holds },
    { name: 'holding', is: holding },
    ...values.map((v, i) => ({ name: `value_${i + 1}`, is: v.is })),
  ];
  const ordered = order.map((o, i) => ({ name: `order_${i + 1}`, is: o.by }));
  const rows: Select = { kind: 'select', distinct: true, columns: [...named, ...ordered], ...source };
  const terms = order.map((o, i): OrderTerm => ({ ...o, by: column('rows', `order_${i + 1}`) }));
  return {
    kind: 'select',
    columns: named.map(({ name }) => ({ name, is: column('rows', name) })),
    from: { relation: rows, alias: 'rows' },
    ...(only === undefined ? {} : { where: column('rows', 'holds') }),
    orderBy: [
      ...(only === undefined ? [{ by: column('rows', 'holding') }] : []),
      ...terms,
      ...key.map((k) => ({ by: column('rows', k.name) })),
    ],
    limit: only ?? few,
  };
}
