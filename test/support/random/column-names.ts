import type { Column } from '../evaluator/columns';
import type { Choose } from './choose';

/** One name is of one type in every flow, so that populations may be combined. Some are names a compiler might use itself. */
const names: Record<Column['type'], string[]> = {
  text: ['word', 'input', 'segment_code', 'with "quotes"'],
  integer: ['n', 'rank', 'ORDER'],
  decimal: ['money', 'place'],
  number: ['ratio', 'one'],
  boolean: ['flag', 'passed'],
  date: ['day one', 'row'],
  timestamp: ['moment', 'draw'],
  list: ['several', 'list'],
};

/** A name that no column has yet, in whatever letter case. */
export function freshName(c: Choose, type: Column['type'], taken: Set<string>): string | undefined {
  const free = names[type].filter((name) => ![...taken].some((t) => t.toLowerCase() === name.toLowerCase()));
  if (free.length === 0) return undefined;
  const name = c.one(free);
  taken.add(name);
  return name;
}
