import { findHop } from '../../../core/segment/population';
import { ident } from '../../../core/sql/quote';
import type { Choose } from './choose';
import { randomModel } from './model';
import { attributesOf } from './paths';

/** SELECTs as people write them, over the random shop: some that a rule can say, some that it cannot. */
export function randomSelect(c: Choose): string {
  const entity = c.one(['customers', 'customers', 'orders', 'lines', 'stores']);
  if (c.chance(6)) return `${select(c, entity)} ${c.one(['UNION', 'INTERSECT', 'EXCEPT'])} ${select(c, entity)}`;
  return select(c, entity);
}

/** SELECTs that return more than the key: attributes, also of linked rows, and aggregates; some start from the related rows. */
export function randomRows(c: Choose): string {
  return c.chance(50) ? relatedRows(c) : select(c, c.one(['customers', 'customers', 'orders', 'lines', 'stores']), beside);
}

/** Related rows grouped by what ties them to others, or each tie once; some do not say that those are there. */
function relatedRows(c: Choose): string {
  const entity = c.one(['customers', 'customers', 'orders', 'stores']);
  const link = c.one(linksOf(entity).filter((l) => !l.single));
  const row = { entity: link.target, alias: 'r' };
  const named = c.chance(50);
  const column = (name: string) => (named ? `r.${name}` : name);
  const ties = link.on.map((o) => column(o.there));
  const of = keys[entity] ?? [];
  const key = of.map((name) => `${column(link.on.find((o) => o.here === name)?.there ?? name)} AS ${name}`).join(', ');
  const known = (is: string) => `${is} IN (SELECT ${link.on.map((o) => o.here).join(', ')} FROM ${entity}`;
  const said = c.chance(90)
    ? [`${known(`(${ties.join(', ')})`)}${c.chance(80) ? '' : ` WHERE ${condition(c, [{ entity, alias: entity }], 0)}`})`]
    : [];
  if (c.chance(10) && link.on.length === 1) said.unshift(`${known(column(c.one(attributesOf(row.entity)).name))})`);
  const asked = c.chance(60) ? [condition(c, [row], 1)] : [];
  const from = `FROM ${row.entity} AS r`;
  const where = (parts: string[]) => (parts.length > 0 ? ` WHERE ${parts.join(' AND ')}` : '');
  if (c.chance(25)) return `SELECT DISTINCT ${key} ${from}${where([...said, ...asked])}`;
  const inHaving = c.chance(50);
  const having = [
    ...(c.chance(60) ? [`${aggregate(c, row)} ${c.one(['>', '>=', '=', '<'])} ${c.int(0, 3)}`] : []),
    ...(inHaving ? said : []),
  ];
  const values = c.list(0, 2, () => aggregate(c, row)).map((is, i) => `, ${is} AS v${i + 1}`);
  const only = having.length > 0 ? ` HAVING ${having.join(' AND ')}` : '';
  return `SELECT ${key}${values.join('')} ${from}${where([...(inHaving ? [] : said), ...asked])} GROUP BY ${ties.join(', ')}${only}`;
}

/** Attributes of rows, some of them of linked ones. */
const beside = (c: Choose, rows: readonly Row[]) =>
  c
    .list(0, 2, () => {
      const row = c.chance(70) ? rows[0] : rows.at(-1);
      return row ? `${row.alias}.${ident(c.one(attributesOf(row.entity)).name)}` : '1';
    })
    .map((is, i) => `, ${is} AS v${i + 1}`);

const keys: Record<string, string[]> = { customers: ['id'], orders: ['order_id'], lines: ['order_id', 'line'], stores: ['code'] };

/** A table with its alias; conditions may speak of several. */
interface Row {
  entity: string;
  alias: string;
}

function select(c: Choose, entity: string, more: (c: Choose, rows: readonly Row[]) => string[] = () => []): string {
  const root = { entity, alias: 'a' };
  const key = (keys[entity] ?? []).map((k) => `a.${k}`).join(', ');
  const rows: Row[] = [root];
  let from = `${entity} AS a`;
  let many = false;
  for (let n = 0; n < 2 && c.chance(35); n++) {
    const at = c.one(rows);
    const link = c.one(linksOf(at.entity));
    const next = { entity: link.target, alias: `j${n + 1}` };
    const more = c.chance(15) ? ` AND ${condition(c, [next], 0)}` : '';
    const kind = c.one(['JOIN', 'LEFT JOIN', 'LEFT JOIN', 'SEMI JOIN', 'ANTI JOIN']);
    from += ` ${kind} ${next.entity} AS ${next.alias} ON ${tie(at, next, link.on)}${more}`;
    if (kind === 'SEMI JOIN' || kind === 'ANTI JOIN') continue;
    rows.push(next);
    many ||= !link.single;
  }
  const where = c.chance(90) ? ` WHERE ${condition(c, rows, 3)}` : '';
  if (rows.length > 1 && c.chance(25)) {
    const last = rows.at(-1) ?? root;
    const values = more(c, [])
      .map((_, i) => `, ${aggregate(c, last)} AS v${i + 1}`)
      .join('');
    return `SELECT ${key}${values} FROM ${from}${where} GROUP BY ${key} HAVING ${aggregate(c, last)} ${c.one(['>', '>=', '=', '<'])} ${c.int(0, 3)}`;
  }
  return `SELECT ${many && c.chance(90) ? 'DISTINCT ' : ''}${key}${more(c, rows).join('')} FROM ${from}${where}${cut(c, key)}`;
}

function cut(c: Choose, key: string): string {
  if (!c.chance(5)) return '';
  return ` ORDER BY ${c.chance(70) ? key : `${key.split(', ')[0]}`} LIMIT ${c.int(1, 3)}`;
}

function linksOf(entity: string) {
  const names = randomModel.links.flatMap((l) => [...(l.from === entity ? [l.name] : []), ...(l.to === entity ? [l.reverse] : [])]);
  return names.flatMap((name) => {
    const hop = findHop(randomModel, entity, name);
    return hop && hop.target.name in keys ? [{ target: hop.target.name, on: hop.on, single: hop.single }] : [];
  });
}

function tie(here: Row, there: Row, on: readonly { here: string; there: string }[]): string {
  return on.map((p) => `${there.alias}.${p.there} = ${here.alias}.${p.here}`).join(' AND ');
}

function condition(c: Choose, rows: readonly Row[], depth: number): string {
  const row = c.one(rows);
  if (depth === 0) return test(c, row);
  const inner = () => condition(c, c.chance(85) ? [row] : rows, depth - 1);
  return c.of<string>(
    () => test(c, row),
    () => test(c, row),
    () => `(${inner()} ${c.one(['AND', 'AND', 'OR'])} ${inner()})`,
    () => `NOT (${inner()})`,
    () => `(${inner()}) IS ${c.one(['TRUE', 'NOT TRUE', 'FALSE', 'NOT FALSE', 'NULL', 'NOT NULL'])}`,
    () => exists(c, row, depth),
    () => membership(c, row, depth),
    () => scalar(c, row, depth),
    () => test(c, row),
  );
}

function exists(c: Choose, row: Row, depth: number): string {
  const link = c.one(linksOf(row.entity));
  const next = { entity: link.target, alias: `e${depth}` };
  const more = c.chance(80) ? ` AND ${condition(c, [next], depth - 1)}` : '';
  const beside = c.chance(10) ? ` AND ${condition(c, [row], 0)}` : '';
  const grouped = c.chance(15) ? ` HAVING ${aggregate(c, next)} > ${c.int(0, 2)}` : '';
  return `${c.one(['', 'NOT '])}EXISTS (SELECT 1 FROM ${next.entity} AS ${next.alias} WHERE ${tie(row, next, link.on)}${more}${beside}${grouped})`;
}

function membership(c: Choose, row: Row, depth: number): string {
  const link = c.one(linksOf(row.entity).filter((l) => l.on.length === 1));
  const next = { entity: link.target, alias: `i${depth}` };
  const [on] = link.on;
  const there = `${next.alias}.${on?.there}`;
  const where = c.chance(70) ? ` WHERE ${condition(c, [next], depth - 1)}` : '';
  const grouped = c.chance(25) ? ` GROUP BY ${there} HAVING ${aggregate(c, next)} ${c.one(['>', '<', '='])} ${c.int(0, 3)}` : '';
  return `${row.alias}.${on?.here} ${c.one(['', '', 'NOT '])}IN (SELECT ${there} FROM ${next.entity} AS ${next.alias}${where}${grouped})`;
}

function scalar(c: Choose, row: Row, depth: number): string {
  const link = c.one(linksOf(row.entity));
  const next = { entity: link.target, alias: `s${depth}` };
  const where = `WHERE ${tie(row, next, link.on)}${c.chance(40) ? ` AND ${condition(c, [next], depth - 1)}` : ''}`;
  if (c.chance(25)) {
    const attribute = c.one(attributesOf(next.entity).filter((a) => a.type === 'text' || a.type === 'integer'));
    const order = [...(c.chance(70) ? [c.one(attributesOf(next.entity)).name] : []), ...(c.chance(90) ? (keys[next.entity] ?? []) : [])];
    const by =
      order.length > 0
        ? ` ORDER BY ${order.map((name, i) => `${next.alias}.${name}${i === 0 ? c.one(['', ' DESC']) : ''}`).join(', ')}`
        : '';
    const value = `(SELECT ${next.alias}.${attribute.name} FROM ${next.entity} AS ${next.alias} ${where}${by} LIMIT 1)`;
    return c.one([
      `${value} IS NULL`,
      attribute.type === 'text' ? `${value} ${c.one(['=', '<>'])} 'a'` : `${value} ${c.one(['=', '<>', '>'])} 1`,
    ]);
  }
  const value = `(SELECT ${aggregate(c, next)} FROM ${next.entity} AS ${next.alias} ${where})`;
  return c.one([`${value} ${c.one(['=', '<>', '>', '<='])} ${c.int(0, 3)}`, `coalesce(${value}, 0) < ${c.int(0, 3)}`, `${value} IS NULL`]);
}

function aggregate(c: Choose, row: Row): string {
  const numeric = attributesOf(row.entity).filter((a) => ['integer', 'decimal', 'number'].includes(a.type));
  const any = `${row.alias}.${ident(c.one(attributesOf(row.entity)).name)}`;
  const forms = ['count(*)', `count(${any})`, `count(DISTINCT ${any})`];
  if (numeric.length > 0) {
    const number = `${row.alias}.${c.one(numeric).name}`;
    forms.push(`sum(${number})`, `coalesce(sum(${number}), 0)`, `min(${number})`, `max(${number})`, `avg(${number})`);
  }
  return c.one(forms);
}

/** Something asked of one attribute, or of two of the same row. */
function test(c: Choose, row: Row): string {
  const attribute = c.one(attributesOf(row.entity));
  const x = `${row.alias}.${ident(attribute.name)}`;
  if (c.chance(12)) return `${x} IS ${c.one(['NULL', 'NOT NULL'])}`;
  switch (attribute.type) {
    case 'text':
      return textTest(c, x);
    case 'boolean':
      return c.one([
        x,
        `NOT ${x}`,
        `${x} = TRUE`,
        `${x} <> TRUE`,
        `coalesce(${x}, FALSE)`,
        `coalesce(${x}, TRUE)`,
        `${x} IS DISTINCT FROM FALSE`,
      ]);
    case 'date':
    case 'timestamp':
      return dayTest(c, x);
    default:
      return numberTest(c, x);
  }
}

const sign = (c: Choose) => c.one(['=', '<>', '<', '<=', '>', '>=', 'IS DISTINCT FROM', 'IS NOT DISTINCT FROM']);
const word = (c: Choose) => c.one(["'a'", "'FR'", "'fr'", "'É'", "''", "'web'", "'tea'", "'S1'", "'10_'", "'ab'", "'Straße'"]);

function textTest(c: Choose, x: string): string {
  const folded = `strip_accents(lower(${x}))`;
  const value = c.one([
    x,
    x,
    folded,
    `${x} COLLATE NOCASE.NOACCENT`,
    `nullif(${x}, '')`,
    `coalesce(${x}, '')`,
    `lower(${x})`,
    `strip_accents(lower(nullif(${x}, '')))`,
  ]);
  const other = () => c.one([word(c), word(c), `strip_accents(lower(${word(c)}))`]);
  const pattern = () =>
    c.one(["'a%'", "'%a'", "'%a%'", "'%'", "'_'", "'a'", "'1%'", "'A%'", "'%0!%%' ESCAPE '!'", "'%é%'", "strip_accents(lower('%É%'))"]);
  return c.of<string>(
    () => `${value} ${sign(c)} ${other()}`,
    () => `${value} ${c.one(['', 'NOT '])}IN (${c.list(1, 3, other).join(', ')})`,
    () => `${c.one([x, folded, `nullif(${x}, '')`])} ${c.one(['', 'NOT '])}LIKE ${pattern()}`,
    () => `${x} ILIKE ${c.one(["'a%'", "'1%'", "'%'"])}`,
    () => `${value} ${c.one(['', 'NOT '])}BETWEEN ${word(c)} AND ${word(c)}`,
    () => `contains(${c.one([x, folded])}, ${word(c)})`,
    () => `(${x} IS NULL OR ${x} ${c.one(['<>', '='])} ${word(c)})`,
    () => `(${x} IS NOT NULL AND ${x} <> ${word(c)})`,
    () => `length(${x}) > ${c.int(0, 2)}`,
  );
}

function numberTest(c: Choose, x: string): string {
  const number = () => c.one(['0', '1', '-1', '2', '3', '0.5', '10.5', '1e1', "'1'"]);
  return c.of<string>(
    () => `${c.one([x, `coalesce(${x}, 0)`, `coalesce(${x}, 2)`])} ${sign(c)} ${number()}`,
    () => `${x} ${c.one(['', 'NOT '])}IN (${c.list(1, 3, number).join(', ')})`,
    () => `${x} ${c.one(['', 'NOT '])}BETWEEN ${c.int(-1, 1)} AND ${c.int(1, 3)}`,
    () => `${x} % 2 = 1`,
    () => `${number()} ${c.one(['<', '>=', '='])} ${x}`,
  );
}

function dayTest(c: Choose, x: string): string {
  const value = c.one([x, x, `CAST(${x} AS DATE)`, `date_trunc('day', ${x})`]);
  const day = () =>
    c.one([
      "DATE '2026-05-12'",
      "'2026-04-12'",
      '$today',
      '$now',
      '$today - INTERVAL 30 DAY',
      '$today - INTERVAL 1 MONTH',
      '$today + 1',
      "TIMESTAMP '2026-05-12 11:30:00'",
    ]);
  return c.of<string>(
    () => `${value} ${sign(c)} ${day()}`,
    () => `${x} >= $today - INTERVAL ${c.int(1, 40)} DAY AND ${x} < $now`,
    () => `NOT (${x} >= $today - INTERVAL ${c.int(1, 12)} MONTH AND ${x} < $now)`,
    () => `${c.one(['$now', '$today'])} <= ${x} AND ${c.one([x, `CAST(${x} AS DATE)`])} <= $today + INTERVAL ${c.int(1, 2)} WEEK`,
    () => `${value} BETWEEN ${day()} AND ${day()}`,
    () => `${value} IN (${day()}, ${day()})`,
    () => `month(${x}) = ${c.int(1, 12)}`,
  );
}
