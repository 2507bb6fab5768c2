import { tokens } from '../../sql/tokens';

/** Names that SQL a person wrote may mean, in lower case: its words and quoted identifiers, but for those of variables. */
export function writtenNames(sql: string): Set<string> {
  const names = tokens(sql).filter(
    ({ kind }, i, all) => kind === 'quoted' || (kind === 'word' && !(all[i - 1]?.kind === 'sign' && all[i - 1]?.value === '$')),
  );
  return new Set(names.map(({ value }) => value.toLowerCase()));
}
