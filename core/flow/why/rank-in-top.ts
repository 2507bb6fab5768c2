import type { Rule } from '../../model/rule';
import type { Rank } from '../../model/why';
import { keyColumns } from '../../segment/population';
import { compileRule } from '../../segment/rule';
import { topRanking } from '../../segment/top';
import { type Asked, scopeOf } from '../asked';
import type { Row } from './ask';
import { standing } from './standing';

/** Where the row stands among those that take part, in its group. */
export async function rankInTop(asked: Asked & { rule: Extract<Rule, { kind: 'top' }> }, row: Row): Promise<Rank | undefined> {
  const { rule, place, rows } = asked;
  const ranking = topRanking(rule, scopeOf(asked).scope, place, compileRule);
  if (!ranking) return undefined;
  const { ranked, group } = ranking;
  const columns = [...ranked.columns, ...group.map((is, i) => ({ name: `group_${i + 1}`, is }))];
  const found = await standing({ query: { ...ranked, columns }, key: keyColumns(rows.entity), groups: group.length }, row);
  return { rank: found.place, of: found.of, from: 1, to: rule.count };
}
