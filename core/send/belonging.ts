import type { Place } from '../base/problems';
import type { Entity } from '../model/entity';
import { type BondSide, bondsOf, bondValue, identityOf } from '../segment/bonds';
import { findAttribute } from '../segment/population';
import { report } from '../segment/scope';
import { column } from '../sql/expression';
import type { Expression, Output } from '../sql/query';
import type { AssessedNames } from './request';
import type { Work } from './work';

/** How rows that say something of people belong to those a message goes to. */
export interface Belonging {
  /** What is read of the profile's row beside its key; grows while `of` is asked. */
  outputs: Output[];
  /**
   * The sides that are equal: of the entity's rows, and of the assessed rows, whose alias is `r`; `'unfit'` when the attributes do
   * not fit the profile's key. `undefined` after a problem: the profile lacks the identity's attribute.
   */
  of(rows: Entity, attributes: readonly string[], place: Place): { row: BondSide; profile: Expression }[] | 'unfit' | undefined;
}

export function belonging(work: Work, names: AssessedNames): Belonging {
  const { compilation, profile, scopes } = work;
  const { entity, alias } = scopes.profile;
  const outputs: Output[] = [];
  const read = (side: BondSide) => {
    const name = `identity ${side.attribute}`;
    if (!outputs.some((o) => o.name === name)) outputs.push({ name, is: bondValue(side, alias) });
    return column('r', name);
  };
  return {
    outputs,
    of(rows, attributes, place) {
      const bonds = bondsOf(profile, entity, rows, attributes);
      if (!identityOf(profile, rows, attributes))
        return bonds?.map(({ row }, i) => ({ row, profile: column('r', names.profileKey[i] ?? '') })) ?? 'unfit';
      const gone = bonds?.find((b) => !findAttribute(entity, b.profile.attribute));
      if (gone) {
        const known = entity.attributes.map((a) => a.name).join(', ');
        return report(compilation, 'rule-unknown-attribute', place, { attribute: gone.profile.attribute, entity: entity.name, known });
      }
      return bonds?.map((b) => ({ row: b.row, profile: read(b.profile) }));
    },
  };
}
