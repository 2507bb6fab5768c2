import type { Tab } from '../../../core/model/desk';
import { type StatementAt, statementAt, statementsIn } from '../../../core/sql/statements';
import type { EditorHandle } from '../../ui/sql/sql-editor';
import { parametersOf } from './parameters';
import { runStatements } from './runs';

/** `here`: what is selected, else the statement at the cursor. */
export type What = 'here' | 'all';

export function chosen(what: What, tab: Tab, editor: EditorHandle | null): StatementAt[] {
  if (what === 'all') return statementsIn(tab.sql);
  const selected = editor?.selection();
  if (selected) {
    const { start, end } = selected;
    return statementsIn(tab.sql.slice(start, end)).map((s) => ({ ...s, start: s.start + start, end: s.end + start }));
  }
  const one = statementAt(tab.sql, editor?.cursor() ?? tab.cursor);
  return one ? [one] : [];
}

export function runTab(tab: Tab, statements: readonly StatementAt[], label: string): Promise<void> {
  return runStatements(tab.id, { text: tab.sql, statements, parameters: parametersOf(tab.sql, tab.parameters), label });
}
