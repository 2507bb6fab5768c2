import type { SqlFunction } from '../../../core/model/sql-function';
import { isKeyword } from '../../../core/sql/keywords';
import { statementAt } from '../../../core/sql/statements';
import { type Token, tokens } from '../../../core/sql/tokens';
import type { Knowledge } from './knowledge';
import { type TableInQuery, tablesInQuery } from './tables-in-query';

export interface Suggestion {
  label: string;
  /** What is said right behind the label, and not searched. */
  rest?: string;
  insert: string;
  /** `insert` has places to fill in, `$1`, as snippets have. */
  snippet?: true;
  detail: string;
  says?: string;
  kind: 'entity' | 'attribute' | 'join' | 'audience' | 'function' | 'parameter' | 'keyword';
  order: string;
}

const keywords =
  'SELECT|DISTINCT|FROM|WHERE|GROUP BY|HAVING|ORDER BY|LIMIT|OFFSET|JOIN|LEFT JOIN|ON|USING|WITH|AS|AND|OR|NOT|IN|EXISTS|BETWEEN|LIKE|ILIKE|IS NULL|IS NOT NULL|CASE|WHEN|THEN|ELSE|END|UNION ALL|EXCEPT|INTERSECT|OVER|PARTITION BY|QUALIFY|FILTER|ASC|DESC|NULLS LAST|CAST|INTERVAL|DATE'.split(
    '|',
  );

/** A name as SQL takes it: quoted unless it is a plain lower-case word. */
export function sqlName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** Where a new name may stand as well, as an alias does, so much of a word makes it plain that it is not one. */
const plain = 2;

/**
 * What may follow the first `at` characters of a text: nothing within a text or a remark or where a new name is given, columns of what
 * stands before a dot, tables where one has to follow, else all that can be named.
 * @param typed how the word at that place begins
 */
export function suggestions(knowledge: Knowledge, text: string, at: number, typed = ''): Suggestion[] {
  const { model, audiences } = knowledge;
  // What is being written is no alias yet.
  const statement = statementAt(text.slice(0, at) + text.slice(at + typed.length), at)?.sql ?? '';
  const tables = tablesInQuery(model, audiences, statement);
  const before = text.slice(0, at);
  if (!isCode(before)) return [];
  if (/\$$/.test(before)) return parameters(knowledge, '');
  const dotted = /(?:"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_]*))\.$/u.exec(before);
  if (dotted) return afterDot(knowledge, tables, (dotted[1] ?? dotted[2] ?? '').toLowerCase());
  const written = tokens(before);
  const last = written.at(-1);
  const word = last?.kind === 'word' ? last.value.toLowerCase() : '';
  if (word === 'as') return [];
  if (isWhole(written)) {
    if (typed !== '' && typed.length < plain) return [];
    const joined = tables.flatMap((table) => joins(knowledge, table, 'JOIN '));
    return [...joined, ...keywordsLike(typed)].filter((s) => s.label.toLowerCase().startsWith(typed.toLowerCase()));
  }
  if (word === 'join') return [...tables.flatMap((table) => joins(knowledge, table, '')), ...named(knowledge)];
  // `extract(year FROM …)` goes on with a column.
  if (word === 'from') return [...named(knowledge), ...tables.flatMap((table) => columns(table, table.alias, 'z'))];
  return [
    ...tables.flatMap((table) => columns(table, table.alias)),
    ...named(knowledge),
    ...tables.flatMap((table) => joins(knowledge, table, 'JOIN ')),
    ...parameters(knowledge, '$'),
    ...knowledge.functions.map(called),
    ...keywordsLike(typed),
  ];
}

/** In small letters for who writes them so: what is already there then stays as it is. */
function keywordsLike(typed: string): Suggestion[] {
  const isSmall = /^\p{Ll}/u.test(typed);
  return keywords.map((word) => {
    const insert = isSmall ? word.toLowerCase() : word;
    return { label: insert, insert, detail: '', kind: 'keyword', order: `g${word}` };
  });
}

/** Whether a value or a table ends here: behind it comes a keyword or, without AS, a new name. */
function isWhole(written: readonly Token[]): boolean {
  const [before, last] = [written.at(-2), written.at(-1)];
  if (!last) return false;
  if (last.kind !== 'word' && last.kind !== 'sign') return true;
  if (last.kind === 'word') return !isKeyword(last.value) && !/^(over|filter|distinct)$/i.test(last.value);
  if (last.value === '*') return /^(select|[.,])$/i.test(before?.value ?? '');
  return last.value === ')';
}

/** Whether what is written next is neither within a text nor within a remark. */
function isCode(before: string): boolean {
  const next = tokens(`${before};`).at(-1);
  return next !== undefined && next.kind !== 'text' && next.end > before.length;
}

/** The tables a query may read. */
function named({ model, audiences, count }: Knowledge): Suggestion[] {
  return [
    ...model.entities.map(
      (e): Suggestion => ({ label: e.name, insert: sqlName(e.name), detail: count(e.rows), kind: 'entity', order: `b${e.name}` }),
    ),
    ...audiences.map(
      (a): Suggestion => ({
        label: `audience.${a.id}`,
        insert: `audience.${sqlName(a.id)}`,
        detail: a.name,
        kind: 'audience',
        order: `d${a.id}`,
      }),
    ),
  ];
}

function afterDot({ model, audiences }: Knowledge, tables: readonly TableInQuery[], name: string): Suggestion[] {
  if (name === 'audience') {
    return audiences.map((a) => ({ label: a.id, insert: sqlName(a.id), detail: a.name, kind: 'audience', order: `a${a.id}` }));
  }
  const table = tables.find((t) => t.alias.toLowerCase() === name) ?? tables.find((t) => t.table.toLowerCase() === name);
  if (table) return columns(table, table.entity?.name ?? table.table);
  const entity = model.entities.find((e) => e.name.toLowerCase() === name);
  return entity
    ? columns({ alias: name, table: name, entity, columns: entity.attributes.map((a) => ({ name: a.name, entity })) }, entity.name)
    : [];
}

function columns(table: TableInQuery, from: string, order = 'a'): Suggestion[] {
  return table.columns.map(({ name, entity }) => {
    const attribute = entity?.attributes.find((a) => a.name.toLowerCase() === name.toLowerCase());
    const detail = attribute ? `${from} · ${attribute.type}` : from;
    const says = attribute?.description;
    return { label: name, insert: sqlName(name), detail, ...(says ? { says } : {}), kind: 'attribute', order: order + name };
  });
}

/** @param verb what of a join is not written yet */
function joins({ model }: Knowledge, { alias, entity }: TableInQuery, verb: 'JOIN ' | ''): Suggestion[] {
  if (!entity) return [];
  return model.links.flatMap((link): Suggestion[] => {
    const forward = link.from === entity.name;
    if (!forward && link.to !== entity.name) return [];
    const other = forward ? link.to : link.from;
    const [near, far] = [sqlName(alias), sqlName(other)];
    const on = link.on.map((pair) =>
      forward ? `${near}.${sqlName(pair.from)} = ${far}.${sqlName(pair.to)}` : `${near}.${sqlName(pair.to)} = ${far}.${sqlName(pair.from)}`,
    );
    const rest = ` ON ${on.join(' AND ')}`;
    const text = verb + far + rest;
    const label = verb === '' ? other : `join ${other}`;
    const order = `${verb === '' ? 'a' : 'c'}${other}`;
    return [{ label, rest, insert: text, detail: forward ? link.name : link.reverse, says: text, kind: 'join', order }];
  });
}

function parameters({ parameters: names }: Knowledge, sign: string): Suggestion[] {
  return [...new Set([...names, 'today', 'now'])].map((name) => ({
    label: `$${name}`,
    insert: sign + name,
    detail: '',
    kind: 'parameter',
    order: `e${name}`,
  }));
}

function called({ name, parameters: names, type, description }: SqlFunction): Suggestion {
  const insert = names.length === 0 ? `${name}()` : `${name}(\${1})`;
  const says = description === '' ? {} : { says: description };
  return {
    label: name,
    insert,
    snippet: true,
    detail: `(${names.join(', ')}) ${type}`.trim(),
    ...says,
    kind: 'function',
    order: `f${name}`,
  };
}
