import { visitNodes } from '../../sql/nodes';
import type { Query } from '../../sql/query';
import { worktableSchema } from '../plan';
import type { Node } from './node';
import type { Registry } from './stored';

/**
 * Puts each table of grouped rows before the first that reads it. Rows that one table alone is made of are grouped as it is made,
 * which keeps nothing and costs nothing beside; whoever asks for them again, while that table is kept, has them kept too.
 */
export function placeGroupings(nodes: readonly Node[], registry: Registry): Node[] {
  const made = new Map(nodes.flatMap((n) => (n.measures ? [[n.name, n]] : [])));
  const placed = new Set<Node>();
  const readers = new Map<Node, Node[]>();
  for (const node of nodes.filter((n) => !n.measures)) {
    for (const name of tablesRead(node.query)) {
      const grouping = made.get(name) ?? keptView(name, registry);
      if (!grouping) continue;
      made.set(name, grouping);
      readers.set(grouping, [...(readers.get(grouping) ?? []), node]);
      placed.add(grouping);
    }
    placed.add(node);
  }
  for (const [grouping, by] of readers) Object.assign(grouping, howKept(grouping, by, registry));
  return [...placed];
}

function keptView(name: string, { kept }: Registry): Node | undefined {
  const { reading, measures } = kept.get(name) ?? {};
  return reading && measures && { name, query: reading, dimension: '', as: 'table', carried: new Map(), measures };
}

/** @param readers each as often as it reads the grouping */
function howKept({ name }: Node, readers: readonly Node[], { kept }: Registry): Pick<Node, 'as' | 'readBy'> {
  const [reader] = readers;
  const before = kept.get(name)?.readBy;
  const again = before !== undefined && kept.has(before);
  return reader?.as === 'table' && readers.length === 1 && !again ? { as: 'view', readBy: reader.name } : { as: 'table' };
}

/** Names of worktables, each as often as it is read. */
function tablesRead(query: Query): string[] {
  const names: string[] = [];
  visitNodes(query, (node) => {
    if (node.kind === 'table' && node.schema === worktableSchema) names.push(String(node.name));
  });
  return names;
}
