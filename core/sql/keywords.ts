import { isWord, type Token } from './tokens';

/** Words of DuckDB that are not names unless they are quoted, in any place. */
const words = `
  all analyse analyze and anti any array as asc asof asymmetric at authorization between bigint binary bit boolean both by case cast
  char character check coalesce collate collation column columns concurrently constraint create cross dec decimal default deferrable
  desc describe distinct do else end except exists extract false fetch float for foreign freeze from full generated glob grant group
  grouping grouping_id having ilike in initially inner inout int integer intersect interval into is isnull join lambda lateral leading
  left like limit map national natural nchar none not notnull null nullif numeric offset on only or order out outer overlaps overlay
  pivot pivot_longer pivot_wider placing position positional precision primary qualify real references returning right row select semi
  setof show similar smallint some struct substring summarize symmetric table tablesample then time timestamp to trailing treat trim
  true try_cast union unique unpack unpivot using values varchar variadic verbose when where window with xmlattributes xmlconcat
  xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable`;

const kept: ReadonlySet<string> = new Set(words.trim().split(/\s+/));

export function isKeyword(name: string): boolean {
  return kept.has(name.toLowerCase());
}

/** Whether what follows a table in SQL gives it another name. */
export function isAlias(after: Token | undefined): boolean {
  return after?.kind === 'quoted' || isWord(after, /^as$/i) || (after?.kind === 'word' && !isKeyword(after.value));
}
