import { canonicalJson } from '../base/hashing';
import type { Entity } from '../model/entity';
import { type Query, tablesOf } from '../sql/query';

/** Which data of entities a query sees. Written SQL may read any entity. */
export function entityVersions(query: Query, entities: readonly Entity[]): Record<string, string> {
  const readsAll = /"kind":"written(-expression)?"/.test(canonicalJson(query));
  const read = tablesOf(query);
  const seen = entities.filter((e) => readsAll || read.some((t) => t.schema === 'main' && t.name === e.name));
  return Object.fromEntries(seen.map((e) => [`main.${e.name}`, `${e.dataVersion} ${e.loadedAt ?? ''}`]));
}
