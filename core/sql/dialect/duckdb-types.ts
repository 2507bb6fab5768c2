import type { DataType } from '../../model/entity';

/** Our type for one of DuckDB's; types without a counterpart are text. Lists keep their values as they are. */
export function dataTypeOf(engineType: string): { type: DataType | 'list'; scale?: number } {
  const type = engineType.toUpperCase();
  if (type.endsWith('[]')) return { type: 'list' };
  const decimal = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(type);
  if (decimal) return Number(decimal[2]) > 0 ? { type: 'decimal', scale: Number(decimal[2]) } : { type: 'integer' };
  if (/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/.test(type)) return { type: 'integer' };
  if (type === 'DOUBLE' || type === 'FLOAT') return { type: 'number' };
  if (type === 'BOOLEAN') return { type: 'boolean' };
  if (type === 'DATE') return { type: 'date' };
  if (type.startsWith('TIMESTAMP')) return { type: 'timestamp' };
  return { type: 'text' };
}
