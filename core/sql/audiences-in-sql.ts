import { isAlias } from './keywords';
import { ident } from './quote';
import { type Splice, splice } from './splice';
import { isName, isSign, isWord, tokens } from './tokens';

/** The schema in which SQL finds saved audiences, each under its id. */
export const audienceSchema = 'audience';

/** The tables people may name, without those in which members of snapshots are kept, of which SQL says the id alone. */
export function tablesToName(tables: readonly string[]): string {
  return tables.filter((table) => !table.startsWith(`${audienceSchema}.`)).join(', ');
}

interface Named {
  id: string;
  start: number;
  end: number;
  aliased: boolean;
}

/** Ids of the audiences that SQL reads as tables, `FROM audience.vips`, each once. */
export function audiencesIn(sql: string): string[] {
  return [...new Set(found(sql).map((n) => n.id))];
}

/** Puts a query where `audience.id` stands as a table; one without any stays. The lines stay the same. */
export function withAudiences(sql: string, queryOf: (id: string) => string | undefined): string {
  return splice(sql, audienceSplices(sql, queryOf)).text;
}

/** What `withAudiences` puts where. */
export function audienceSplices(sql: string, queryOf: (id: string) => string | undefined): Splice[] {
  return found(sql).flatMap(({ id, start, end, aliased }) => {
    const query = queryOf(id);
    return query === undefined ? [] : [{ start, end, text: `(${query})${aliased ? '' : ` AS ${ident(id)}`}` }];
  });
}

function found(sql: string): Named[] {
  const all = tokens(sql);
  return all.flatMap((schema, i) => {
    const [before, dot, name, after] = [all[i - 1], all[i + 1], all[i + 2], all[i + 3]];
    if (!isName(schema) || schema.value.toLowerCase() !== audienceSchema || !isSign(dot, '.') || !name || !isName(name)) return [];
    if (!isWord(before, /^(from|join)$/i)) return [];
    const id = name.kind === 'word' ? name.value.toLowerCase() : name.value;
    return [{ id, start: schema.start, end: name.end, aliased: isAlias(after) }];
  });
}
