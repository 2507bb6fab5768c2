import type { DataModel } from '../../../core/model/entity';
import { sqlName } from '../../ui/sql/completion';

/** A query over whatever the workspace holds: rows counted by the entity that most others belong to. */
export function exampleQuery({ entities, links }: DataModel): string | undefined {
  const [link] = links.filter((l) => l.on.length === 1);
  const [first] = entities;
  if (!first) return undefined;
  if (!link) return `SELECT *\nFROM ${sqlName(first.name)}\nLIMIT 100`;
  const [pair] = link.on;
  const [one, many] = [sqlName(link.to), sqlName(link.from)];
  const key = `${one}.${sqlName(pair?.to ?? '')}`;
  return [
    `SELECT ${key}, count(*) AS ${sqlName(`${link.from}_count`)}`,
    `FROM ${one}`,
    `JOIN ${many} ON ${many}.${sqlName(pair?.from ?? '')} = ${key}`,
    'GROUP BY ALL',
    'ORDER BY 2 DESC',
    'LIMIT 100',
  ].join('\n');
}
