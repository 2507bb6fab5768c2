import type { Entity } from '../model/entity';
import type { Rule } from '../model/rule';
import { ident } from '../sql/quote';

/** A SELECT as a rule that stays SQL: the rows whose key it returns. It may return more beside the key. */
export function keptRule(sql: string, { key }: Entity): Rule {
  const names = key.map(ident).join(', ');
  return { kind: 'sql', sql: `${around(names)}${sql}${after}` };
}

/** The SELECT in a rule that `keptRule` made. */
export function keptSelect(rule: Rule, { key }: Entity): string | undefined {
  const before = around(key.map(ident).join(', '));
  if (rule.kind !== 'sql' || !rule.sql.startsWith(before) || !rule.sql.endsWith(after)) return undefined;
  return rule.sql.slice(before.length, -after.length);
}

const around = (names: string) => `(${names}) IN (SELECT ${names} FROM (\n`;
const after = '\n) AS "kept")';
