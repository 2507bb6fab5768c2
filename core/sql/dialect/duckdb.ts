import { unreachable } from '../../base/never';
import type { DataType } from '../../model/entity';
import type { AggregateName, FunctionName } from '../query';
import { textLiteral } from '../quote';
import type { Dialect } from './dialect';

const names = {
  lower: 'lower',
  upper: 'upper',
  'concat-ws': 'concat_ws',
  substring: 'substring',
  'strip-accents': 'strip_accents',
  trim: 'trim',
  length: 'length',
  left: 'left',
  right: 'right',
  coalesce: 'coalesce',
  nullif: 'nullif',
  floor: 'floor',
  least: 'least',
  'sha256-hex': 'sha256',
  'matches-regex': 'regexp_matches',
  'split-part': 'split_part',
  'contains-any': 'list_has_any',
} as const;

function typeName(type: DataType, scale: number): string {
  switch (type) {
    case 'text':
      return 'VARCHAR';
    case 'integer':
      return 'BIGINT';
    case 'decimal':
      return `DECIMAL(18, ${scale})`;
    case 'number':
      return 'DOUBLE';
    case 'boolean':
      return 'BOOLEAN';
    case 'date':
      return 'DATE';
    case 'timestamp':
      return 'TIMESTAMP';
    default:
      return unreachable(type);
  }
}

function call(name: FunctionName, args: readonly string[]): string {
  switch (name) {
    case 'empty-list':
      return '[]';
    case 'concat':
      return `(${args.join(' || ')})`;
    case 'divide-whole':
      return `(${args.join(' // ')})`;
    case 'modulo':
      return `(${args.join(' % ')})`;
    case 'month':
      return `extract(month FROM ${args.join()})`;
    case 'day-of-month':
      return `extract(day FROM ${args.join()})`;
    case 'replace-regex':
      return `regexp_replace(${args.join(', ')}, 'g')`;
    default:
      return `${names[name]}(${args.join(', ')})`;
  }
}

function aggregate(name: AggregateName, args: readonly string[], order: string): string {
  const of = args.join(', ');
  switch (name) {
    case 'count':
      return `count(${of || '*'})`;
    case 'list':
      return `list(${of}${order})`;
    case 'arg-first':
      return `first(${of}${order})`;
    default:
      return `${name}(${of})`;
  }
}

function struct(fields: readonly { name: string; sql: string }[]): string {
  return `{${fields.map((f) => `${textLiteral(f.name)}: ${f.sql}`).join(', ')}}`;
}

export const duckdb: Dialect = { name: 'duckdb', typeName, call, struct, aggregate };
