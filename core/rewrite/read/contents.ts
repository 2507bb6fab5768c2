import type { Rule } from '../../model/rule';
import { allOf, everybody, needsRow, noneOf, notOf, someWhere } from '../rules';
import type { Term } from '../tree/term';
import type { Anchor, Here, Picked } from './here';
import { anchorsIn, findColumn } from './names';
import { type Child, ownerOf, type Placed } from './place';
import { excerpt, refuse, refusePart } from './refuse';

export function conditionsOf(anchor: Anchor, placed: Placed): Term[] {
  return placed.conditions.filter((term) => ownerOf(term, placed) === anchor);
}

/** What is asked of the rows of an anchor, and of the rows that belong to them. */
export function contentsOf(anchor: Anchor, placed: Placed): Rule[] {
  const own = conditionsOf(anchor, placed);
  const rules = own.length > 0 ? [placed.here.reader.conditions(own, { ...placed.here, anchor })] : [];
  const children = placed.children
    .filter((c) => c.of === anchor)
    .flatMap((c) => (c.optional ? optionalRules(c, c.optional, placed) : [someOf(c, placed)]));
  const required = placed.required.filter((r) => r.anchor === anchor && ![...rules, ...children].some((rule) => needsRow(rule, r.path)));
  return [...rules, ...required.map((r) => someWhere(r.path, everybody)), ...children];
}

/** Some related row; where that only leads on to other rows, the path goes all the way. */
function someOf(child: Child, placed: Placed): Rule {
  if (child.audience !== undefined) return memberRule(child, child.audience, contentsOf(child.anchor, placed));
  if (child.picked) return pickedRule(child.picked, allOf(contentsOf(child.anchor, placed)));
  const next = onlyPassed(child, placed);
  if (next) return someOf({ ...next, of: child.of, path: [...child.path, ...next.path] }, placed);
  return someWhere(child.path, allOf(contentsOf(child.anchor, placed)));
}

/** Members have nothing but their key, of which more may be asked of the row itself. */
function memberRule({ path }: Child, audience: string, asked: readonly Rule[]): Rule {
  if (asked.length > 0) return refuse('rewrite-table', { table: `audience.${audience}` });
  const member: Rule = { kind: 'audience', member: true, audience };
  return path.length > 0 ? someWhere(path, member) : member;
}

export function pickedRule({ position, path, by, among }: Picked, where: Rule): Rule {
  return { kind: 'ordered', position, path, by, ...(among ? { among } : {}), where };
}

/** The rows that are reached through those of `child`, when nothing else is asked of these. */
export function onlyPassed(child: Child, placed: Placed): Child | undefined {
  const [next, ...others] = placed.children.filter((c) => c.of === child.anchor);
  if (!next || next.optional || next.picked || next.audience !== undefined || others.length > 0) return undefined;
  const asked = conditionsOf(child.anchor, placed).length > 0 || placed.required.some((r) => r.anchor === child.anchor);
  return asked ? undefined : next;
}

/**
 * Left-joined rows: not asked about, they change nothing. Asked about, it is that there are none (`x.key IS NULL`), or
 * something that only an actual row fulfils, which makes the join an inner one.
 */
function optionalRules(child: Child, on: readonly Term[], placed: Placed): Rule[] {
  const here = { ...placed.here, anchor: child.anchor };
  const stranger = on.find((term) => [...anchorsIn(term, here)].some((a) => a !== child.anchor));
  if (stranger) return refuse('rewrite-mixed', { part: excerpt(stranger) }, stranger);
  if (placed.children.some((c) => c.of === child.anchor)) return refuse('rewrite-clause', { clause: 'LEFT JOIN … JOIN' });
  const asked = conditionsOf(child.anchor, placed);
  const [first, ...more] = asked;
  if (!first) return [];
  if (more.length === 0 && isMissing(first, child, placed)) {
    if (child.audience !== undefined)
      return [notOf(memberRule(child, child.audience, on.length > 0 ? [here.reader.conditions(on, here)] : []))];
    return [noneOf(child.path, on.length > 0 ? here.reader.conditions(on, here) : everybody)];
  }
  if (!onlyRowsAsked(asked, here)) return refusePart(first);
  return [someWhere(child.path, here.reader.conditions([...on, ...asked], here))];
}

/** Whether something is asked that only a row that is there fulfils. */
export function onlyRowsAsked(asked: readonly Term[], here: Here): boolean {
  return asked.some((term) => needsRow(here.reader.conditions([term], here), []));
}

/** `x.key IS NULL`: only a row that is not there has none. */
export function isMissing(term: Term, child: Child, placed: Placed): boolean {
  if (term.kind !== 'is-null' || term.inner.kind !== 'column') return false;
  const { source, attribute } = findColumn(term.inner, placed.here);
  return source.path.length === 0 && [...source.entity.key, ...child.ties].includes(attribute.name);
}
