import type { Problem } from '../../base/problems';
import { sameName } from '../../base/same-name';
import type { Attribute, Entity } from '../../model/entity';
import type { ColumnMapping } from '../../model/recipe';
import type { Context } from '../context';

/** The entity of that name, in any case, when it was declared and nothing was loaded into it yet. */
export function declaredEntity(ctx: Context, name: string): Entity | undefined {
  return ctx.store.list('entity').find((e) => e.recipe === undefined && e.name.toLowerCase() === name.toLowerCase());
}

/** Columns of a file under the names and types an entity was declared with, and its key if the file has all of it. */
export function asDeclared(
  { attributes, key }: Entity,
  found: { columns: ColumnMapping[]; problems: Problem[] },
): { columns: ColumnMapping[]; problems: Problem[]; key: string[] | undefined } {
  const declared = new Set<number>();
  const columns = found.columns.map((column, n): ColumnMapping => {
    const attribute = attributes.find((a) => sameName(a.name, column.source));
    if (!attribute) return column;
    const { type, scale } = attribute;
    // Days that can be read in two ways are still to be asked about.
    if (!(column.type === type && column.scale === scale) && type !== 'date' && type !== 'timestamp') declared.add(n);
    return asAttribute(attribute, column);
  });
  return {
    columns,
    // What a column could be is no question when it was declared.
    problems: found.problems.filter((p) => p.place[0] !== 'columns' || !declared.has(Number(p.place[1]))),
    key: key.every((k) => columns.some((c) => c.attribute === k)) ? key : undefined,
  };
}

/** A column of a file as an attribute there is. */
export function asAttribute({ name, type, scale }: Attribute, column: ColumnMapping): ColumnMapping {
  // How days and amounts are written is told by the file alone.
  if (column.type === type && column.scale === scale) return { ...column, attribute: name };
  const { source, decimalComma } = column;
  return { source, attribute: name, type, ...(scale === undefined ? {} : { scale }), ...(decimalComma ? { decimalComma } : {}) };
}
