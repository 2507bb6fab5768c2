import type { PlanNode } from '../../../../core/model/plan-tree';

/** One operator as a line of a table, `depth` under the root. */
export interface PlanRow {
  node: PlanNode;
  depth: number;
  /** Share of the time of the slowest operator, 0 to 1. */
  share: number;
  /** How far the engine was off: 10 times more rows than expected, or 10 times fewer as -10; nothing near the truth. */
  off: number | undefined;
}

/** Every operator below those it feeds, in the order they are read. */
export function planRows(roots: readonly PlanNode[]): PlanRow[] {
  const flat = (nodes: readonly PlanNode[], depth: number): Omit<PlanRow, 'share'>[] =>
    nodes.flatMap((node) => [{ node, depth, off: offBy(node) }, ...flat(node.children, depth + 1)]);
  const rows = flat(roots, 0);
  const slowest = Math.max(0, ...rows.map(({ node }) => node.milliseconds ?? 0));
  return rows.map((row) => ({ ...row, share: slowest === 0 ? 0 : (row.node.milliseconds ?? 0) / slowest }));
}

/** Less than this is no surprise. */
const surprising = 10;

function offBy({ rows, expected }: PlanNode): number | undefined {
  if (rows === null || expected === null) return undefined;
  const times = (rows + 1) / (expected + 1);
  if (times >= surprising) return Math.round(times);
  return times <= 1 / surprising ? -Math.round(1 / times) : undefined;
}

/** An operator's name as words: `HASH_JOIN` is `Hash join`. */
export function operatorName(operator: string): string {
  const words = operator.replaceAll('_', ' ').trim().toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
