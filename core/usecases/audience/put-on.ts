import { AppError } from '../../base/errors';
import { clashOf } from '../../flow/saved-members';
import { type Column, sameKey } from '../../segment/population';
import { exists } from '../../sql/exists';
import { column, integer } from '../../sql/expression';
import type { Expression, Output, Query, Select } from '../../sql/query';

/** Members as a query that gives the key, then the columns kept beside it. */
export interface Kept {
  query: Query;
  key: readonly Column[];
  columns: readonly Column[];
}

/**
 * The members of `before` as they are, and those of `saved` who are not among them. A column that is new to the audience takes
 * its values from the save. Doing it twice is doing it once.
 * @throws AppError `audience-column-type` when one column would hold two types
 */
export function appended(audience: string, before: Kept, saved: Kept): Kept {
  const clash = clashOf(before.columns, saved.columns);
  if (clash) throw new AppError('audience-column-type', { audience, ...clash });
  const fresh = saved.columns.filter((c) => !before.columns.some((b) => b.name === c.name));
  const columns = [...before.columns, ...fresh];
  const beside = { type: 'left' as const, source: { relation: saved.query, alias: 'saved' }, on: sameKey('saved', 'before', before.key) };
  const stay: Select = {
    kind: 'select',
    columns: [...passed([...before.key, ...before.columns], 'before'), ...passed(fresh, 'saved')],
    from: { relation: before.query, alias: 'before' },
    joins: fresh.length === 0 ? [] : [beside],
  };
  const come: Select = {
    kind: 'select',
    columns: [...passed(before.key, 'saved'), ...columns.map((c) => valueIn(saved, c))],
    from: { relation: saved.query, alias: 'saved' },
    where: absent(before, 'saved'),
  };
  return { key: before.key, columns, query: { kind: 'union-all', inputs: [stay, come] } };
}

/** The members of `before` who are not among those of `saved`. */
export function removed(before: Kept, saved: Kept): Kept {
  const query: Select = {
    kind: 'select',
    columns: passed([...before.key, ...before.columns], 'before'),
    from: { relation: before.query, alias: 'before' },
    where: absent(saved, 'before'),
  };
  return { ...before, query };
}

/** Members of both. */
export function inBoth(before: Kept, saved: Kept): Select {
  return {
    kind: 'select',
    columns: passed(before.key, 'before'),
    from: { relation: before.query, alias: 'before' },
    joins: [{ type: 'inner', source: { relation: saved.query, alias: 'saved' }, on: sameKey('saved', 'before', before.key) }],
  };
}

function valueIn(saved: Kept, { name, type, scale }: Column): Output {
  if (saved.columns.some((c) => c.name === name)) return { name, is: column('saved', name) };
  if (type === 'list') throw new Error(`${name} holds lists`);
  return { name, is: { kind: 'cast', inner: { kind: 'null', type }, type, scale: scale ?? 0 } };
}

/** The row of `alias` is not among the others. */
function absent(others: Kept, alias: string): Expression {
  const query: Select = {
    kind: 'select',
    columns: [{ name: 'one', is: integer(1) }],
    from: { relation: others.query, alias: 'other' },
    where: sameKey('other', alias, others.key),
  };
  return { kind: 'not', inner: exists(query) };
}

const passed = (columns: readonly Column[], alias: string): Output[] => columns.map((c) => ({ name: c.name, is: column(alias, c.name) }));
