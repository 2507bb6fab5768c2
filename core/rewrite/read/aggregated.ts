import type { Rule } from '../../model/rule';
import { findHop } from '../../segment/population';
import { allOf } from '../rules';
import type { Term } from '../tree/term';
import { conditionsOf, contentsOf, onlyRowsAsked } from './contents';
import type { Anchor } from './here';
import { findColumn } from './names';
import type { Child, Placed } from './place';
import { refuse } from './refuse';
import type { Value } from './value';

/** The rows that an aggregate is made of: where the path leads, as far as `where` selects them. */
export interface Group {
  anchor: Anchor;
  path: string[];
  where?: Rule;
  /** One row stands for none, as left joins have it, so that rows themselves cannot be counted. */
  padded: boolean;
}

/** The last rows of the one path that leads away from `from`. @throws AppError `rewrite-mixed` where paths part */
export function groupOf(from: Anchor, placed: Placed): Group {
  const chain = chainFrom(from, placed);
  const last = chain.at(-1);
  if (!last) return refuse('rewrite-clause', { clause: 'GROUP BY' });
  turnRound(chain, placed);
  const path = chain.flatMap((c) => c.path);
  const on = last.optional ?? [];
  const asked = last.optional ? conditionsOf(last.anchor, placed) : [];
  const here = { ...placed.here, anchor: last.anchor };
  const rules = last.optional
    ? [...on, ...asked].length > 0
      ? [here.reader.conditions([...on, ...asked], here)]
      : []
    : contentsOf(last.anchor, placed);
  const where = rules.length > 0 ? { where: allOf(rules) } : {};
  return { anchor: last.anchor, path, ...where, padded: last.optional !== undefined && !onlyRowsAsked(asked, here) };
}

function chainFrom(from: Anchor, placed: Placed): Child[] {
  const chain: Child[] = [];
  for (let at = from; ; ) {
    const [next, ...others] = placed.children.filter((c) => c.of === at);
    if (others.length > 0) return refuse('rewrite-clause', { clause: 'JOIN … GROUP BY' });
    if (!next) return chain;
    if (next.optional && chain.length > 0) return refuse('rewrite-clause', { clause: 'LEFT JOIN … GROUP BY' });
    chain.push(next);
    at = next.anchor;
  }
}

/** What is asked of rows on the way is asked of them as seen from the last ones, each of which has come one way. */
function turnRound(chain: readonly Child[], placed: Placed): void {
  const last = chain.at(-1);
  let back: string[] | undefined = [];
  for (let i = chain.length - 1; i > 0 && last; i--) {
    const [child, before] = [chain[i], chain[i - 1]];
    if (!child || !before) return;
    const name = wayBack(child, before.anchor, placed);
    back = back && name !== undefined ? [...back, name] : undefined;
    const asked = conditionsOf(before.anchor, placed).length > 0 || placed.required.some((r) => r.anchor === before.anchor);
    if (!asked) continue;
    if (!back) return refuse('rewrite-clause', { clause: 'JOIN … GROUP BY' });
    seenFrom(last.anchor, back, before.anchor, placed);
  }
}

function seenFrom(anchor: Anchor, path: readonly string[], rows: Anchor, placed: Placed): void {
  for (const source of placed.here.scope.sources) {
    if (source.anchor !== rows) continue;
    source.anchor = anchor;
    source.path = [...path, ...source.path];
  }
  placed.required = placed.required.map((r) => (r.anchor === rows ? { anchor, path: [...path, ...r.path] } : r));
}

/** The name of the link from the rows reached back to where they were reached from, if that is one row. */
function wayBack(child: Child, from: Anchor, placed: Placed): string | undefined {
  const { model } = placed.here.names;
  const there = child.path.length === 1 ? findHop(model, from.entity.name, child.path[0] ?? '') : undefined;
  if (!there) return undefined;
  const forward = there.link.from === from.entity.name && there.link.name === child.path[0];
  const name = forward ? there.link.reverse : there.link.name;
  return findHop(model, there.target.name, name)?.single ? name : undefined;
}

const functions = { count: 'count', sum: 'sum', avg: 'average', min: 'min', max: 'max' } as const;

/** An aggregate call over a group; `undefined` for one that no rule has. */
export function aggregateValue(call: Term, group: Group, placed: Placed): Value | undefined {
  if (call.kind !== 'call' || call.infix || !Object.hasOwn(functions, call.name)) return undefined;
  const name = functions[call.name as keyof typeof functions];
  const rows = { kind: 'aggregate' as const, path: group.path, ...(group.where ? { where: group.where } : {}) };
  const [of, ...more] = call.args;
  if (!of)
    return name === 'count' && !group.padded
      ? { type: 'integer', scale: 0, rule: (test) => ({ ...rows, function: name, test }) }
      : undefined;
  if (of.kind !== 'column' || more.length > 0) return undefined;
  const { source, attribute } = findColumn(of, placed.here);
  if (source.anchor !== group.anchor || source.path.length > 0) return undefined;
  const value = { type: attribute.type, scale: attribute.scale ?? 0 };
  const over = { ...rows, attribute: attribute.name };
  const numeric = value.type === 'integer' || value.type === 'decimal' || value.type === 'number';
  switch (name) {
    case 'count':
      return { type: 'integer', scale: 0, rule: (test) => ({ ...over, function: call.distinct ? 'count-distinct' : 'count', test }) };
    case 'min':
    case 'max':
      return { ...value, rule: (test) => ({ ...over, function: name, test }) };
    case 'average':
      return numeric && !call.distinct ? { type: 'number', scale: 0, rule: (test) => ({ ...over, function: name, test }) } : undefined;
    case 'sum': {
      const known: Rule = { ...over, function: 'count', test: { op: 'at-least', value: 1 } };
      return numeric && !call.distinct ? { ...value, known, zero: true, rule: (test) => ({ ...over, function: name, test }) } : undefined;
    }
  }
}
