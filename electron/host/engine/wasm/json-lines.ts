import type { Cell } from '../../../../core/model/value';
import type { TypeShape } from './types';

const numeric = /^(BIGINT|UBIGINT|HUGEINT|UHUGEINT|DECIMAL\(.*\))$/;

/** One row as a line of JSON (NDJSON). Numbers too long for a number in JavaScript keep every digit. */
export function jsonLine(columns: readonly { name: string; type: TypeShape }[], row: readonly Cell[]): string {
  const members = columns.map(({ name, type }, c) => `${JSON.stringify(name)}:${json(row[c] ?? null, type)}`);
  return `{${members.join(',')}}\n`;
}

function json(value: Cell, shape: TypeShape): string {
  if (value === null) return 'null';
  if (shape.kind === 'list' && Array.isArray(value)) return `[${value.map((item) => json(item, shape.of)).join(',')}]`;
  if (shape.kind === 'struct' && typeof value === 'object' && !Array.isArray(value)) {
    return `{${shape.fields.map((field) => `${JSON.stringify(field.name)}:${json(value[field.name] ?? null, field.type)}`).join(',')}}`;
  }
  if (shape.kind === 'leaf' && typeof value === 'string' && numeric.test(shape.name)) return trimmed(value);
  return JSON.stringify(value);
}

function trimmed(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}
