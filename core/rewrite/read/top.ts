import type { Rule } from '../../model/rule';
import { allOf } from '../rules';
import type { QueryTree, SelectTree, Term } from '../tree/term';
import { contentsOf } from './contents';
import { orderIn } from './first';
import type { Here, Source } from './here';
import { findColumn } from './names';
import { openSelect } from './open-select';
import { type Placed, placeTables } from './place';
import { readValue } from './read-value';
import { excerpt, refuse, refusePart } from './refuse';

/** `key IN (SELECT key … QUALIFY row_number() OVER (…) <= n)`; `undefined` for a query that does not rank rows. */
export function topAmong(inner: readonly Term[], query: QueryTree, here: Here): Rule | undefined {
  if (query.kind === 'set' || !query.qualify) return undefined;
  const { qualify, ...rest } = query;
  const opened = openSelect(rest, here);
  const columns = rest.columns.map((c) => ('star' in c || c.is.kind !== 'column' ? undefined : findColumn(c.is, opened.here)));
  const root = columns[0]?.source;
  const isKey =
    root &&
    root.entity.key.length === inner.length &&
    root.entity.key.every((k, i) => columns[i]?.source === root && columns[i]?.attribute.name === k);
  if (!isKey || !isOwnKey(inner, root, here)) return refuse('rewrite-clause', { clause: 'QUALIFY' });
  const placed = placeTables(opened.joined, opened.conditions, { ...opened.here, anchor: root.anchor }, root);
  return ranked(rest, qualify, root, placed);
}

/** The terms are the key of the row at hand, an entity's that is the root's too. */
function isOwnKey(inner: readonly Term[], root: Source, here: Here): boolean {
  const found = inner.map((t) => (t.kind === 'column' ? findColumn(t, here) : undefined));
  return (
    here.anchor.entity.name === root.entity.name &&
    root.entity.key.every((k, i) => {
      const { source, attribute } = found[i] ?? {};
      return source?.anchor === here.anchor && source.path.length === 0 && attribute?.name === k;
    })
  );
}

/** The first rows by their place in an order, within groups or not. */
export function ranked(select: SelectTree, qualify: Term, root: Source, placed: Placed): Rule {
  if (select.groupBy || select.having) return refuse('rewrite-clause', { clause: 'GROUP BY … QUALIFY' });
  const count = placesIn(qualify);
  if (!count || qualify.kind !== 'compare' || qualify.left.kind !== 'row-number') return refusePart(qualify);
  const [per, ...more] = qualify.left.partitionBy.map((t) => groupedBy(t, { ...placed.here, anchor: root.anchor }));
  if (more.length > 0) return refuse('rewrite-clause', { clause: 'PARTITION BY …, …' });
  return topOf(count, qualify.left.orderBy, root, placed, per);
}

export function topOf(count: number, orderBy: NonNullable<SelectTree['orderBy']>, root: Source, placed: Placed, per?: Per): Rule {
  const many = placed.children.find((c) => !c.single);
  if (many) return refuse('rewrite-clause', { clause: 'JOIN … LIMIT' });
  const order = orderIn(orderBy, root, placed.here);
  const among = allOf(contentsOf(root.anchor, placed));
  const rows = among.kind === 'all' && among.rules.length === 0 ? {} : { among };
  return { kind: 'top', count, order, ...(per ? { per } : {}), ...rows };
}

type Per = NonNullable<Extract<Rule, { kind: 'top' }>['per']>;

function placesIn(qualify: Term): number | undefined {
  if (qualify.kind !== 'compare' || qualify.right.kind !== 'number' || !/^\d{1,9}$/.test(qualify.right.digits)) return undefined;
  const most = Number(qualify.right.digits) - (qualify.op === '<' ? 1 : 0);
  const counts = qualify.op === '<=' || qualify.op === '<' || (qualify.op === '=' && most === 1);
  return counts && most > 0 ? most : undefined;
}

/** Rows without a value are one group: empty text has to be made NULL. */
function groupedBy(term: Term, here: Here): Per {
  const value = readValue(term, here);
  const rule = value?.rule({ op: 'empty' });
  const plain = rule?.kind === 'attribute' && value && !value.folded && !value.day && !value.known && value.orElse === undefined;
  if (!plain || (value.type === 'text') !== (value.present === true))
    return refuse('rewrite-clause', { clause: `PARTITION BY ${excerpt(term)}` }, term);
  return { ...(rule.path?.length ? { path: rule.path } : {}), attribute: rule.attribute };
}
