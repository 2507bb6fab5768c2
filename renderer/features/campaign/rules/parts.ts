import type { Place } from '../../../../core/base/problems';
import type { Rule } from '../../../../core/model/rule';
import { isGroup, pack, unpack } from './group';

/** A gap in a group: `group` leads there from the root of the rule, `index` parts of it come before the gap. */
export interface Spot {
  group: Place;
  index: number;
}

export function startsWith(place: Place, start: Place): boolean {
  return start.every((step, i) => place[i] === step);
}

/** The rules right inside a rule, with the steps to each; a group's are its parts. */
function inside(rule: Rule): { steps: Place; rule: Rule }[] {
  if (isGroup(rule)) {
    const { rules, steps } = unpack(rule);
    return rules.map((part, i) => ({ steps: steps(i), rule: part }));
  }
  const named = (step: 'where' | 'among', inner: Rule | undefined) => (inner ? [{ steps: [step], rule: inner }] : []);
  switch (rule.kind) {
    case 'related':
    case 'aggregate':
      return named('where', rule.where);
    case 'ordered':
      return [...named('among', rule.among), ...named('where', rule.where)];
    case 'top':
      return named('among', rule.among);
    default:
      return [];
  }
}

/** What is inside what; the same for rules that differ only in what they ask. */
export function shapeOf(rule: Rule): string {
  return `${rule.kind}(${inside(rule).map((part) => `${part.steps.join('/')}:${shapeOf(part.rule)}`)})`;
}

function next(rule: Rule, place: Place) {
  const index = inside(rule).findIndex(({ steps }) => startsWith(place, steps));
  const found = inside(rule)[index];
  return found && { index, rule: found.rule, steps: found.steps, rest: place.slice(found.steps.length) };
}

export function partAt(root: Rule, place: Place): Rule | undefined {
  if (place.length === 0) return root;
  const step = next(root, place);
  return step && partAt(step.rule, step.rest);
}

/** The gap before a part; none where it is the root, or the whole condition of a frame. */
export function spotOf(root: Rule, place: Place): Spot | undefined {
  const step = place.length === 0 ? undefined : next(root, place);
  if (!step) return undefined;
  if (step.rest.length === 0) return isGroup(root) ? { group: [], index: step.index } : undefined;
  const spot = spotOf(step.rule, step.rest);
  return spot && { ...spot, group: [...step.steps, ...spot.group] };
}

/** The place of the part behind a gap. */
export function placeThere(root: Rule, { group, index }: Spot): Place | undefined {
  const found = partAt(root, group);
  return found && isGroup(found) && index < unpack(found).rules.length ? [...group, ...unpack(found).steps(index)] : undefined;
}

/** Where the very rule is. */
export function placeOf(root: Rule, wanted: Rule): Place | undefined {
  if (root === wanted) return [];
  for (const { steps, rule } of inside(root)) {
    const place = placeOf(rule, wanted);
    if (place) return [...steps, ...place];
  }
  return undefined;
}

const partsOf = (rule: Rule | undefined): readonly Rule[] => (rule && isGroup(rule) ? unpack(rule).rules : []);

/** The parts of the group at a place. */
export const partsAt = (root: Rule, group: Place): readonly Rule[] => partsOf(partAt(root, group));

/** The rule with another one at a place; what is not on the way there stays the very same, and where it is. */
export function replaced(root: Rule, place: Place, by: (rule: Rule) => Rule): Rule {
  const step = place.length === 0 ? undefined : next(root, place);
  if (!step) return by(root);
  const changed = replaced(step.rule, step.rest, by);
  if (!isGroup(root)) return { ...root, [String(step.steps[0])]: changed };
  if (root.kind === 'not' && root.rule.kind !== 'any') return { kind: 'not', rule: changed };
  const { kind, rules } = unpack(root);
  return pack(kind, rules.with(step.index, changed));
}

/** The rule with a part more in a gap. */
export function withPart(root: Rule, { group, index }: Spot, part: Rule): Rule {
  return replaced(root, group, (found) =>
    isGroup(found) ? pack(unpack(found).kind, unpack(found).rules.toSpliced(index, 0, part)) : found,
  );
}

/** The rule without a part. A group that held nothing else goes with it: it would let in everyone, or nobody. */
export function withoutPart(root: Rule, place: Place): Rule {
  const spot = spotOf(root, place);
  if (!spot) return replaced(root, place, () => ({ kind: 'all', rules: [] }));
  if (partsAt(root, spot.group).length === 1 && spot.group.length > 0) return withoutPart(root, spot.group);
  return replaced(root, spot.group, (found) =>
    isGroup(found) ? pack(unpack(found).kind, unpack(found).rules.toSpliced(spot.index, 1)) : found,
  );
}

/** The rule as it is shown: the whole condition of every frame is a group. What is one already stays the very same. */
export function grouped(rule: Rule): Rule {
  return inner(isGroup(rule) ? rule : { kind: 'all', rules: [rule] });
}

function inner(rule: Rule): Rule {
  let whole = rule;
  for (const { steps, rule: was } of inside(rule)) {
    const shown = isGroup(rule) ? inner(was) : grouped(was);
    if (shown !== was) whole = replaced(whole, steps, () => shown);
  }
  return whole;
}

/** A place of a rule once that is grouped. */
export function groupedPlace(rule: Rule, place: Place, framed = true): Place {
  const step = place.length === 0 ? undefined : next(rule, place);
  const around = framed && !isGroup(rule) ? ['rules', 0] : [];
  return step ? [...around, ...step.steps, ...groupedPlace(step.rule, step.rest, !isGroup(rule))] : around;
}
