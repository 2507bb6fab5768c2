import { AppError } from '../../base/errors';
import { type Fields, isFields } from '../../base/fields';

/** A node of what DuckDB's `json_serialize_sql` gives. */
export type Json = Fields;

export function nodeOf(value: unknown): Json {
  if (isFields(value)) return value;
  return refuse(String(value));
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(String(value));
}

export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : refuse(String(value));
}

/** Says that a part of the SQL has no counterpart in a rule. */
export function refuse(part: string): never {
  throw new AppError('rewrite-part', { part });
}

const unimportant: ReadonlySet<string> = new Set(['class', 'type', 'alias', 'query_location']);

/** A node of which nothing but `read` may say anything, so that no part of what a person wrote is passed over. */
export function only(node: Json, what: string, read: readonly string[]): Json {
  for (const [field, value] of Object.entries(node)) {
    if (!read.includes(field) && !unimportant.has(field) && !saysNothing(value)) return refuse(`${what}: ${field.replaceAll('_', ' ')}`);
  }
  return node;
}

function saysNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isFields(value)) return Object.entries(value).every(([field, inner]) => field === 'type' || saysNothing(inner));
  return value === null || value === '' || value === false;
}
