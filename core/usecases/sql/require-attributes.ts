import { AppError } from '../../base/errors';
import type { DataType, Entity } from '../../model/entity';
import type { ColumnMapping } from '../../model/recipe';
import type { Context } from '../context';
import { usersOf } from '../uses/used-by';

const numbers: ReadonlySet<DataType | undefined> = new Set(['integer', 'decimal', 'number']);

/** @throws AppError `refresh-attribute-gone` where a load would take an attribute away, or make it another kind of value, that something uses */
export function requireAttributes(ctx: Context, { name, attributes }: Entity, columns: readonly ColumnMapping[]): void {
  for (const { name: attribute, type, derived } of attributes) {
    const now = columns.find((c) => c.attribute === attribute)?.type;
    if (derived !== undefined || now === type || (numbers.has(now) && numbers.has(type))) continue;
    const users = usersOf(ctx, { kind: 'attribute', entity: name, attribute });
    if (users !== undefined) throw new AppError('refresh-attribute-gone', { entity: name, attribute, users });
  }
}
