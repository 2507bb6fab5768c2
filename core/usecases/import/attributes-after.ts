import type { Attribute } from '../../model/entity';
import type { ColumnMapping, LoadMode } from '../../model/recipe';

/** Attributes of an entity after a load: those of before where rows of before may stay, those loaded, and those derived from them. */
export function attributesAfter(old: readonly Attribute[], columns: readonly ColumnMapping[], mode: LoadMode): Attribute[] {
  const loaded = columns.map((c): Attribute => {
    // What a file brings is no longer derived.
    const { derived: _computed, scale: _before, ...known } = old.find((a) => a.name === c.attribute) ?? {};
    return { ...known, name: c.attribute, type: c.type, ...(c.type === 'decimal' ? { scale: c.scale ?? 0 } : {}) };
  });
  const found = (name: string) => loaded.find((a) => a.name === name);
  const stay = mode === 'replace' ? [] : old.filter((a) => a.derived === undefined);
  return [
    ...stay.map((a) => found(a.name) ?? a),
    ...loaded.filter((a) => !stay.some((s) => s.name === a.name)),
    ...old.filter((a) => a.derived !== undefined && !found(a.name)),
  ];
}
