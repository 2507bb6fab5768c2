import { AppError } from '../base/errors';
import type { Rule } from '../model/rule';
import { childrenOf } from './tree/map';
import { parseStatement } from './tree/parse';
import type { Term } from './tree/term';

/** Expressions that people wrote inside a rule, filters expanded. */
export function sqlPartsOf(rule: Rule): string[] {
  switch (rule.kind) {
    case 'sql':
      return [rule.sql];
    case 'all':
    case 'any':
      return rule.rules.flatMap(sqlPartsOf);
    case 'not':
      return sqlPartsOf(rule.rule);
    case 'related':
      return sqlPartsOf(rule.where);
    case 'aggregate':
      return rule.where ? sqlPartsOf(rule.where) : [];
    case 'ordered':
      return [...(rule.among ? sqlPartsOf(rule.among) : []), ...sqlPartsOf(rule.where)];
    case 'top':
      return rule.among ? sqlPartsOf(rule.among) : [];
    default:
      return [];
  }
}

/**
 * The expressions that can be taken apart, so that they need no query of their own where they are written.
 * @param parse one SELECT as the engine's parser sees it; may refuse
 */
export async function parsedParts(rule: Rule, parse: (sql: string) => Promise<unknown>): Promise<Map<string, Term>> {
  const found = new Map<string, Term>();
  for (const sql of new Set(sqlPartsOf(rule))) {
    const term = await expressionIn(sql, parse);
    if (term) found.set(sql, term);
  }
  return found;
}

async function expressionIn(sql: string, parse: (sql: string) => Promise<unknown>): Promise<Term | undefined> {
  try {
    const query = parseStatement(await parse(`SELECT 1 FROM t WHERE (\n${sql}\n)`));
    const term = query.kind === 'select' ? query.where : undefined;
    return term && !holdsQuery(term) ? term : undefined;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

function holdsQuery(term: Term): boolean {
  return term.kind === 'exists' || term.kind === 'scalar' || term.kind === 'in-query' || childrenOf(term).some(holdsQuery);
}
