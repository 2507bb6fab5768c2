import type { Token } from '../tokens';
import { type Cursor, cursorOver, partsOf } from './cursor';
import type { DdlTable, ForeignKey } from './tables';

const always: ReadonlySet<string> = new Set(['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK', 'EXCLUDE', 'LIKE', 'PERIOD']);
const inMysql: ReadonlySet<string> = new Set(['KEY', 'INDEX', 'FULLTEXT', 'SPATIAL']);

/** Whether a part of a table is no column. Elsewhere than in MySQL a column may well be called `key`. */
export function isConstraint(tokens: readonly Token[], mysql: boolean): boolean {
  const word = cursorOver(tokens).word();
  return always.has(word) || (mysql && inMysql.has(word));
}

/** Keys and links; what else a constraint may demand does not matter here. */
export function readConstraint(at: Cursor, table: DdlTable): void {
  if (at.take('CONSTRAINT')) at.name();
  if (at.take('PRIMARY', 'KEY')) {
    const columns = columnsIn(after(at));
    if (columns.length > 0) table.key = columns;
  } else if (at.take('UNIQUE')) {
    if (!at.take('KEY')) at.take('INDEX');
    const columns = columnsIn(after(at));
    if (columns.length > 0) table.uniques.push(columns);
  } else if (at.take('FOREIGN', 'KEY')) {
    const columns = columnsIn(after(at));
    const reference = at.take('REFERENCES') ? readReference(at) : undefined;
    if (reference && columns.length > 0) table.foreignKeys.push({ columns, ...reference });
  }
}

/** What follows `REFERENCES`. */
export function readReference(at: Cursor): Pick<ForeignKey, 'table' | 'references'> | undefined {
  const table = at.name();
  return table === undefined ? undefined : { table, references: columnsIn(at.brackets()) };
}

/** The brackets that come next, past names and words such as `USING BTREE` or `NONCLUSTERED`. */
function after(at: Cursor): Token[] | undefined {
  while (!at.done() && at.sign() !== '(') at.skip();
  return at.brackets();
}

export function columnsIn(tokens: readonly Token[] | undefined): string[] {
  return partsOf(tokens ?? [], ',').flatMap(([first]) => (first?.kind === 'word' || first?.kind === 'quoted' ? [first.value] : []));
}
