import { unreachable } from '../base/never';
import type { Attribute, DataType, Entity, IdentityKind } from '../model/entity';
import type { ProfileSettings } from '../model/workspace';
import { asText, call, column, text } from '../sql/expression';
import type { Expression } from '../sql/query';
import { findAttribute } from './population';

/** One side of a bond, and what makes its values comparable: nothing, or the normalisation of its namespace. */
export interface BondSide {
  attribute: string;
  type: DataType;
  made: 'as-is' | 'email' | 'id';
}

/** A value that rows of an entity share with the profile they belong to. */
export interface Bond {
  row: BondSide;
  profile: BondSide;
}

/**
 * How rows of an entity belong to profiles. One attribute that an identity binds belongs by that identity, to every profile that
 * has it; any others are equal to the profile's key, in its order. `undefined` when there are fewer or more than in the key.
 */
export function bondsOf(settings: ProfileSettings, profile: Entity, rows: Entity, attributes: readonly string[]): Bond[] | undefined {
  const identity = identityOf(settings, rows, attributes);
  const [only] = attributes;
  if (identity && only !== undefined) return [identityBond(identity.kind, find(rows, only), find(profile, identity.attribute))];
  if (attributes.length !== profile.key.length) return undefined;
  return profile.key.map((key, i) => ({ row: asIs(find(rows, attributes[i] ?? '')), profile: asIs(find(profile, key)) }));
}

export function identityOf({ identities = [] }: ProfileSettings, rows: Entity, attributes: readonly string[]) {
  if (attributes.length !== 1) return undefined;
  return identities.find((i) => i.bindings.some((b) => b.entity === rows.name && b.attribute === attributes[0]));
}

/** Ids of one type other than text are equal as they are; casting them would only cost time. */
export function identityBond(kind: IdentityKind, row: Attribute, profile: Attribute): Bond {
  const plain = kind === 'id' && row.type === profile.type && row.type !== 'text';
  const side = (of: Attribute): BondSide => {
    const derived = of.derived !== undefined && 'identity' in of.derived && of.derived.identity === kind;
    return plain || derived || kind === 'phone' ? asIs(of) : { attribute: of.name, type: of.type, made: kind };
  };
  return { row: side(row), profile: side(profile) };
}

const asIs = ({ name, type }: Attribute): BondSide => ({ attribute: name, type, made: 'as-is' });

const find = (entity: Entity, name: string): Attribute => findAttribute(entity, name) ?? { name, type: 'text' };

/** A side's value as it is compared; NULL where it names nobody. */
export function bondValue({ attribute, type, made }: BondSide, alias: string): Expression {
  const value = column(alias, attribute);
  switch (made) {
    case 'as-is':
      return value;
    case 'email':
      return normalEmail(asText(value, type));
    case 'id':
      return call('nullif', asText(value, type), text(''));
    default:
      return unreachable(made);
  }
}

/** An email address as it is compared and sent: no spaces around it, lower case. */
export const normalEmail = (value: Expression): Expression => call('nullif', call('lower', call('trim', value)), text(''));
