import type { Derivation, Entity, PersonalLabel } from '../model/entity';
import { strictest } from '../sql/lineage';
import { tokens } from '../sql/tokens';

/** What an attribute holds: as it is labelled, or as what it is derived from is. */
export function labelOfAttribute(entity: Entity, name: string): PersonalLabel | undefined {
  const found = entity.attributes.find((a) => a.name === name);
  if (!found?.derived || found.personal !== undefined) return found?.personal;
  const names = madeOf(found.derived);
  return strictest(
    entity.attributes.filter((a) => a.name !== name && names.has(a.name.toLowerCase())).map((a) => labelOfAttribute(entity, a.name)),
  );
}

function madeOf(derived: Derivation): Set<string> {
  if (!('sql' in derived)) return new Set([derived.of.toLowerCase()]);
  return new Set(tokens(derived.sql).flatMap((t) => (t.kind === 'word' || t.kind === 'quoted' ? [t.value.toLowerCase()] : [])));
}
