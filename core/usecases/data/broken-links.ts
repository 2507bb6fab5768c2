import type { CancelSignal } from '../../base/cancellation';
import { type Problem, warning } from '../../base/problems';
import type { Entity, Link } from '../../model/entity';
import type { Connection } from '../../ports/engine';
import type { Context } from '../context';
import { isKey } from './link-sql';
import { countRepeated } from './measure-link';

interface Side {
  entity: Entity;
  columns: string[];
}

/**
 * Links of an entity that do not hold with the rows the connection sees, `entity` being as it would be saved.
 * @returns warnings `link-broken`, `link-attribute-gone`
 */
export async function brokenLinks(ctx: Context, connection: Connection, entity: Entity, signal?: CancelSignal): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const link of ctx.store.list('link')) {
    if (link.from !== entity.name && link.to !== entity.name) continue;
    const sideOf = (name: string, end: 'from' | 'to'): Side | undefined => {
      const found = name === entity.name ? entity : ctx.store.read('entity', name);
      return found && { entity: found, columns: link.on.map((pair) => pair[end]) };
    };
    const [from, to] = [sideOf(link.from, 'from'), sideOf(link.to, 'to')];
    if (!from || !to) continue;
    const gone = attributesGone(link, from, to);
    problems.push(...(gone.length > 0 ? gone : await repeated(connection, link, from, to, signal)));
  }
  return problems;
}

function attributesGone(link: Link, from: Side, to: Side): Problem[] {
  const typeOf = ({ entity }: Side, name: string) => entity.attributes.find((a) => a.name === name)?.type;
  return link.on.flatMap((pair) => {
    const types = [typeOf(from, pair.from), typeOf(to, pair.to)] as const;
    if (types[0] !== undefined && types[0] === types[1]) return [];
    const [side, attribute, type] = types[0] === undefined ? [from, pair.from, types[1]] : [to, pair.to, types[0]];
    const details = { link: link.name, entity: side.entity.name, attribute, type: type ?? '–' };
    return [warning('link-attribute-gone', ['links', `${link.from}.${link.name}`], details)];
  });
}

async function repeated(connection: Connection, link: Link, from: Side, to: Side, signal: CancelSignal | undefined): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const side of link.cardinality === '1-1' ? [to, from] : [to]) {
    if (isKey(side.entity, side.columns)) continue;
    const found = await countRepeated(connection, side.entity, side.columns, signal);
    const details = { link: link.name, cardinality: link.cardinality, entity: side.entity.name, repeated: found };
    if (found > 0) problems.push(warning('link-broken', ['links', `${link.from}.${link.name}`], details));
  }
  return problems;
}
