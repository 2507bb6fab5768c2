import type { Token } from '../tokens';
import { columnType } from './column-type';
import { type Cursor, cursorOver } from './cursor';
import { readReference } from './read-constraint';
import type { DdlTable } from './tables';

/** Reads one column of a table: its name, its type, and of what follows only what says something about keys, links and meaning. */
export function readColumn(tokens: readonly Token[], table: DdlTable): void {
  const at = cursorOver(tokens.slice(1));
  const name = tokens[0]?.value ?? '';
  const column = { name, ...readType(at) };
  let description: string | undefined;
  while (!at.done()) {
    if (at.take('NOT', 'NULL')) table.filled.add(name);
    else if (at.take('PRIMARY', 'KEY')) table.key = [name];
    else if (at.take('UNIQUE')) table.uniques.push([name]);
    else if (at.take('REFERENCES')) {
      const reference = readReference(at);
      if (reference) table.foreignKeys.push({ columns: [name], ...reference });
    } else if (at.take('COMMENT')) description = at.text() ?? description;
    else if (at.brackets() === undefined) at.skip();
  }
  table.columns.push(description ? { ...column, description: description.slice(0, 500) } : column);
}

function readType(at: Cursor) {
  const name = at.name() ?? 'TEXT';
  at.take('PRECISION');
  at.take('VARYING');
  const args = (at.brackets() ?? []).filter((t) => t.kind === 'number').map((t) => Number(t.value));
  return columnType(at.sign() === '[' ? 'TEXT' : name, args);
}
