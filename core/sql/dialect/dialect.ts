import type { DataType } from '../../model/entity';
import type { AggregateName, FunctionName } from '../query';

/** What one engine writes differently. Arguments are finished SQL. */
export interface Dialect {
  name: 'duckdb' | 'postgres' | 'trino';
  typeName(type: DataType, scale: number): string;
  call(name: FunctionName, args: readonly string[]): string;
  /** One value of named ones. */
  struct(fields: readonly { name: string; sql: string }[]): string;
  aggregate(name: AggregateName, args: readonly string[], order: string): string;
}
