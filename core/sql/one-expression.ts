import { tokens } from './tokens';

/** Whether the brackets around it cannot be left from within: every quote and bracket is closed, and nothing ends the statement. */
export function isOneExpression(sql: string): boolean {
  let depth = 0;
  const found = tokens(sql);
  for (const { kind, value, end } of found) {
    if (end > sql.length) return false;
    if (kind !== 'sign') continue;
    if (value === ';') return false;
    if (value === '(') depth++;
    if (value === ')' && --depth < 0) return false;
  }
  return found.length > 0 && depth === 0;
}
