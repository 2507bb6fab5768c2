import type { CancelSignal } from '../../base/cancellation';
import { unreachable } from '../../base/never';
import type { TableMatch } from '../../model/data-report';
import type { Attribute, DataModel, Entity } from '../../model/entity';
import type { ProfileSettings, SuppressionList } from '../../model/workspace';
import type { Connection } from '../../ports/engine';
import { type BondSide, bondsOf, bondValue, normalEmail } from '../../segment/bonds';
import { findAttribute, findEntity } from '../../segment/population';
import { normalPhone } from '../../send/suppression';
import { asText, column } from '../../sql/expression';
import type { Expression } from '../../sql/query';
import type { Context } from '../context';
import { countMatches } from './count-matches';
import { isKey } from './link-sql';
import { printQuickly } from './quick-trim';

/** Values that are equal where a row is about somebody. */
interface Pair {
  row: Expression;
  person: Expression;
  /** The attribute of the person that the value is, as it is. */
  own?: string;
}

/**
 * Whose the rows of the tables are that say something of people. A table that lacks an attribute it is read by, or has nothing of the
 * profile to be equal to, is left out.
 */
export async function* matchTables(
  ctx: Context,
  connection: Connection,
  profile: ProfileSettings,
  model: DataModel,
  signal: CancelSignal | undefined,
): AsyncGenerator<TableMatch> {
  const people = findEntity(model, profile.entity);
  if (!people) return;
  const { consent, history, suppression } = profile;
  const byPerson = (table: { entity: string; profile: string[] }) =>
    bonded(profile, people, findEntity(model, table.entity), table.profile);
  const asked = [
    ...(consent ? [{ kind: 'consent' as const, entity: consent.entity, pairs: byPerson(consent) }] : []),
    ...(history ? [{ kind: 'history' as const, entity: history.entity, pairs: byPerson(history) }] : []),
    ...suppression.map((list) => ({
      kind: 'suppression' as const,
      list: list.name,
      entity: list.entity,
      pairs: listed(profile, people, findEntity(model, list.entity), list),
    })),
  ];
  for (const { pairs, ...table } of asked) {
    const entity = findEntity(model, table.entity);
    if (!pairs || !entity) continue;
    const rows = { entity, values: pairs.map((p) => printQuickly(p.row)) };
    const persons = {
      entity: people,
      values: pairs.map((p) => printQuickly(p.person)),
      unique: isKey(
        people,
        pairs.flatMap((p) => p.own ?? []),
      ),
    };
    yield { ...table, ...(await countMatches(ctx, connection, rows, persons, signal)) };
  }
}

function bonded(profile: ProfileSettings, people: Entity, rows: Entity | undefined, attributes: readonly string[]): Pair[] | undefined {
  if (!rows) return undefined;
  const bonds = bondsOf(profile, people, rows, attributes);
  if (!bonds?.every((b) => findAttribute(rows, b.row.attribute) && findAttribute(people, b.profile.attribute))) return undefined;
  return bonds.map(({ row, profile: person }) => {
    // Keys that are text on one side alone are compared as that.
    const asKey = (side: BondSide) => (row.type === 'text' || person.type === 'text' ? textOf(side) : bondValue(side, 'r'));
    return { row: asKey(row), person: asKey(person), ...(person.made === 'as-is' ? { own: person.attribute } : {}) };
  });
}

const textOf = (side: BondSide) => (side.made === 'as-is' ? asText(bondValue(side, 'r'), side.type) : bondValue(side, 'r'));

function listed(profile: ProfileSettings, people: Entity, rows: Entity | undefined, list: SuppressionList): Pair[] | undefined {
  const alike = (own: string | undefined, normal: (value: Expression) => Expression): Pair[] | undefined => {
    const row = rows && findAttribute(rows, list.attribute);
    const person = own === undefined ? undefined : findAttribute(people, own);
    const value = ({ name, type }: Attribute) => normal(asText(column('r', name), type));
    return row && person && [{ row: value(row), person: value(person) }];
  };
  switch (list.matches) {
    case 'email':
      return alike(profile.email, normalEmail);
    case 'phone':
      return alike(profile.phone, normalPhone);
    case 'profile':
      return bonded(profile, people, rows, [list.attribute]);
    default:
      return unreachable(list.matches);
  }
}
