import { canonicalJson, sha256Hex } from '../../base/hashing';
import type { Entity } from '../../model/entity';
import { column } from '../../sql/expression';
import { mapNodes, visitNodes } from '../../sql/nodes';
import type { Expression, Select } from '../../sql/query';

/** A value that belongs to one row of an entity: its attribute, what holds of it, or what a table of measures holds for it. */
export type Fact =
  | { kind: 'attribute'; entity: Entity; attribute: string }
  /** A condition on texts of the row, over columns of no table. */
  | { kind: 'condition'; entity: Entity; holds: Expression }
  | { kind: 'measure'; entity: Entity; table: string; measure: string; ties: string[] };

export function factKey(fact: Fact): string {
  return canonicalJson({ ...fact, entity: fact.entity.name });
}

export function factName(fact: Fact): string {
  return `${fact.entity.name}.${ownName(fact)}`;
}

function ownName(fact: Fact): string {
  switch (fact.kind) {
    case 'attribute':
      return fact.attribute;
    case 'condition':
      return `is_${sha256Hex(factKey(fact)).slice(0, 16)}`;
    case 'measure':
      return fact.measure;
  }
}

/** Puts what `valueOf` says in the place of the attributes a condition asks about; `undefined` when it lacks one. */
export function conditionOver(holds: Expression, valueOf: (attribute: string) => Expression | undefined): Expression | undefined {
  const values = new Map<string, Expression>();
  for (const name of attributesIn(holds)) {
    const value = valueOf(name);
    if (!value) return undefined;
    values.set(name, value);
  }
  return mapNodes(holds, (node) => (node.kind === 'column' ? { ...(values.get(String(node.name)) ?? node) } : node));
}

function attributesIn(expression: Expression): Set<string> {
  const found = new Set<string>();
  visitNodes(expression, (node) => {
    if (node.kind === 'column') found.add(String(node.name));
  });
  return found;
}

/**
 * What the select asks about texts of the row `alias` that is TRUE, FALSE or NULL, by what it says: rows carry that more lightly
 * than the texts. Other values are as light as what is asked about them, and the next edit may ask them something else.
 */
export function conditionsOnTexts(select: Select, alias: string, entity: Entity): Map<string, Fact> {
  const texts = new Set(entity.attributes.filter((a) => a.type === 'text' && !entity.key.includes(a.name)).map((a) => a.name));
  const found = new Map<string, Fact>();
  const alone = new Set<string>();
  const look = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    if (isNode(value) && conditions.has(value.kind) && asksOnly(value, alias, texts)) {
      found.set(canonicalJson(value), { kind: 'condition', entity, holds: ofNoTable(value as unknown as Expression) });
      return;
    }
    if (isNode(value) && value.kind === 'column' && value.table === alias) alone.add(String(value.name));
    Object.values(value).forEach(look);
  };
  look(select);
  const needed = ([, fact]: [string, Fact]) => fact.kind === 'condition' && [...attributesIn(fact.holds)].some((name) => alone.has(name));
  return new Map([...found].filter((f) => !needed(f)));
}

/** The select with something else in the place of its conditions, by what they say. */
export function withConditions(select: Select, instead: ReadonlyMap<string, Expression>): Select {
  return mapNodes(select, (node) => (isNode(node) && conditions.has(node.kind) ? { ...(instead.get(canonicalJson(node)) ?? node) } : node));
}

type Node = { readonly kind: string; readonly [field: string]: unknown };

const isNode = (value: object): value is Node => 'kind' in value && typeof value.kind === 'string';

const conditions = new Set(['compare', 'in', 'like', 'between', 'is-null', 'is-true', 'not', 'and', 'or']);
/** None of these can fail, whatever the text: they may be worked out for rows that are dropped later. */
const harmless = new Set([...conditions, 'column', 'literal', 'null', 'call']);

function asksOnly(condition: Node, alias: string, attributes: ReadonlySet<string>): boolean {
  let only = true;
  let asked = 0;
  visitNodes(condition, (node) => {
    if (typeof node.kind !== 'string') return;
    if (!harmless.has(node.kind)) only = false;
    if (node.kind !== 'column') return;
    asked++;
    if (node.table !== alias || !attributes.has(String(node.name))) only = false;
  });
  return only && asked > 0;
}

const ofNoTable = (condition: Expression): Expression =>
  mapNodes(condition, (node) => (node.kind === 'column' ? { ...column(undefined, String(node.name)) } : node));
