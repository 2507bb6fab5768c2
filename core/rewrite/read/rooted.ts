import { sameName } from '../../base/same-name';
import type { Entity } from '../../model/entity';
import { uniqueNames } from '../../segment/unique-names';
import { mapTerm } from '../tree/map';
import { sameTerm } from '../tree/same';
import { andOf, columnOf, compared, conjuncts, type OutputTree, type SelectTree, type Term } from '../tree/term';
import type { Names, Source } from './here';
import { attributeOf, sourcesOf } from './names';

type Column = Extract<Term, { kind: 'column' }>;
type InQuery = Extract<Term, { kind: 'in-query' }>;

/**
 * A SELECT of related rows, grouped by what ties them to rows of an entity or each of those ties once, that itself says the entity
 * has such rows (`SELECT customer_id FROM orders GROUP BY customer_id HAVING customer_id IN (SELECT customer_id FROM customers)`):
 * the same, read beside the rows of that entity. Any other SELECT stays as it is.
 */
export function rooted(select: SelectTree, names: Names): SelectTree {
  const qualified = withTable(select, names);
  const ties = qualified.groupBy ?? (qualified.distinct ? qualified.columns.map((c) => ('is' in c ? c.is : undefined)) : []);
  if (!ties.every((t): t is Column => t?.kind === 'column')) return select;
  const asked = [...conjuncts(qualified.where), ...conjuncts(qualified.having)];
  const membership = asked.find((term): term is InQuery => term.kind === 'in-query' && areSame(term.inner, ties));
  const entity = membership && entityOf(membership, names);
  return membership && entity && isTypedAlike(membership, entity, qualified, names) ? beside(qualified, membership, entity, names) : select;
}

/** Groups of values that are compared in another type than their own may be several of one row. */
function isTypedAlike({ inner }: InQuery, entity: Entity, select: SelectTree, names: Names): boolean {
  const sources = sourcesOf(select.from, names);
  return inner.every((tie, i) => {
    const source = tie.kind === 'column' ? sources.find((s) => sameName(s.name, tie.table ?? '')) : undefined;
    const here = source && tie.kind === 'column' ? attributeOf(source.entity, tie.name) : undefined;
    return here !== undefined && here.type === attributeOf(entity, entity.key[i] ?? '')?.type;
  });
}

function beside(select: SelectTree, membership: InQuery, entity: Entity, names: Names): SelectTree {
  const alias = uniqueNames(sourcesOf(select.from, names).map((s) => s.name))(entity.name);
  const keys = entity.key.map((name) => columnOf(alias, name));
  const on = andOf(membership.inner.flatMap((tie, i) => (keys[i] ? [compared(tie, '=', keys[i])] : [])));
  const without = (term: Term | undefined) => andOf(conjuncts(term).filter((t) => t !== membership));
  const { where, having, groupBy, ...rest } = select;
  return {
    ...rest,
    columns: select.columns.map((output) => keyOutput(output, membership, entity, keys)),
    from: { kind: 'join', type: 'inner', left: select.from, right: { kind: 'table', name: entity.name, as: alias }, on },
    ...(where ? { where: without(where) } : {}),
    ...(having && !isTrue(without(having)) ? { having: without(having) } : {}),
    ...(groupBy ? { groupBy: keys } : {}),
  };
}

const isTrue = (term: Term) => term.kind === 'boolean' && term.value;

/** A tie that is returned under the name of the key it is equal to. */
function keyOutput(output: OutputTree, { inner }: InQuery, entity: Entity, keys: readonly Term[]): OutputTree {
  if (!('is' in output) || output.is.kind !== 'column') return output;
  const { is, as = is.name } = output;
  const at = inner.findIndex((tie, i) => sameTerm(tie, is) && sameName(entity.key[i] ?? '', as));
  const key = keys[at];
  return key ? { is: key } : output;
}

/** The entity of which a query returns all keys, in the order in which they are compared. */
function entityOf({ inner, query }: InQuery, names: Names): Entity | undefined {
  if (query.kind === 'set' || query.where || query.groupBy || query.having || query.qualify || query.limit) return undefined;
  const { from } = query;
  const entity =
    from.kind === 'table' && from.schema === undefined ? names.model.entities.find((e) => sameName(e.name, from.name)) : undefined;
  const returned = query.columns.map((c) => ('is' in c && c.is.kind === 'column' ? c.is.name : ''));
  const whole = entity && entity.key.length === inner.length && returned.length === inner.length;
  return whole && entity.key.every((key, i) => sameName(key, returned[i] ?? '')) ? entity : undefined;
}

function areSame(some: readonly Term[], others: readonly Term[]): boolean {
  return some.length === others.length && others.every((other) => some.some((term) => sameTerm(term, other)));
}

/** Columns of the only table by its name, so that they mean the same beside another one. */
function withTable(select: SelectTree, names: Names): SelectTree {
  const [source] = select.from.kind === 'table' ? sourcesOf(select.from, names) : [];
  if (!source) return select;
  const own = (term: Term) => qualified(term, source);
  const { where, having, groupBy } = select;
  return {
    ...select,
    columns: select.columns.map((c) => ('is' in c ? { ...c, is: own(c.is) } : c)),
    ...(where ? { where: own(where) } : {}),
    ...(having ? { having: own(having) } : {}),
    ...(groupBy ? { groupBy: groupBy.map(own) } : {}),
  };
}

function qualified(term: Term, source: Source): Term {
  if (term.kind === 'column')
    return term.table === undefined && attributeOf(source.entity, term.name) ? columnOf(source.name, term.name) : term;
  if (term.kind === 'in-query') return { ...term, inner: term.inner.map((part) => qualified(part, source)) };
  return mapTerm(term, (child) => qualified(child, source));
}
