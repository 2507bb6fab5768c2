import { StructRow, Vector } from 'apache-arrow';
import type { Cell } from '../../../../core/model/value';
import type { TypeShape } from './types';

const integers: ReadonlySet<string> = new Set(['BIGINT', 'UBIGINT', 'HUGEINT', 'UHUGEINT']);

/** A value as it came over (see `carrierType`) as the cell it stands for. */
export function toCell(value: unknown, shape: TypeShape): Cell {
  if (value === null || value === undefined) return null;
  switch (shape.kind) {
    case 'leaf':
      return leaf(value, shape.name);
    case 'list':
      return items(value).map((item) => toCell(item, shape.of));
    case 'struct': {
      const row = value instanceof StructRow ? value.toJSON() : {};
      return Object.fromEntries(shape.fields.map((field) => [field.name, toCell(row[field.name], field.type)]));
    }
    case 'map':
      return entries(value).map(([key, inner]) => ({ key: toCell(key, shape.key), value: toCell(inner, shape.value) }));
  }
}

function leaf(value: unknown, type: string): Cell {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  if (typeof value === 'bigint') return integer(value.toString());
  return integers.has(type) ? integer(String(value)) : String(value);
}

function integer(digits: string): Cell {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : digits;
}

function items(value: unknown): unknown[] {
  return value instanceof Vector ? [...value] : [];
}

function entries(value: unknown): [unknown, unknown][] {
  const iterable = typeof value === 'object' && value !== null && Symbol.iterator in value;
  return iterable ? [...(value as Iterable<[unknown, unknown]>)] : [];
}
