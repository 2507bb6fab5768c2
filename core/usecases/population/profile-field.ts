import type { FieldList, FieldProfile, ProfileGroup } from '../../model/report';
import type { CountedGroup } from './count-groups';
import type { Cut } from './cut-fields';
import { type GroupCounts, indexOf, zOf } from './score';
import type { SideBySide } from './side-by-side';

type Group = Omit<ProfileGroup, 'index' | 'z'>;
type Label = Pick<Group, 'from' | 'to'>;

/** Fewer than two rows to a value say nothing about groups of rows. */
export function isUnique(cut: Cut, groups: readonly CountedGroup[], { all }: SideBySide): boolean {
  if (cut.kind !== 'values') return false;
  const empty = groups.find(isEmpty)?.base ?? 0;
  return distinctOf(groups) * 2 > all.base - empty;
}

/** The groups of one field with their scores; they add up to the whole. */
export function profileOf(
  { field, entity, type, personal }: FieldList[number],
  cut: Cut,
  counted: readonly CountedGroup[],
  labels: readonly Label[],
  { all, gone }: SideBySide,
): FieldProfile {
  const groups = counted.map((g) => groupOf(g, labels));
  if (gone > 0) addGone(groups, gone);
  const rest = lacking(all, groups);
  if (rest.audience + rest.base > 0) groups.push({ kind: 'other', from: null, to: null, ...rest });
  const scored = groups.map((g): ProfileGroup => ({ ...g, index: indexOf(g, all), z: zOf(g, all) }));
  const strong = (g: ProfileGroup) => Math.abs(g.z ?? 0);
  const sorted = scored.toSorted((a, b) => strong(b) - strong(a));
  return {
    field,
    entity,
    type,
    ...(personal === undefined ? {} : { personal }),
    ...(cut.kind === 'values' ? { distinct: distinctOf(counted) } : {}),
    strength: sorted[0] ? strong(sorted[0]) : 0,
    groups: sorted,
  };
}

const isEmpty = (g: CountedGroup) => g.value === null && g.range === null;

const distinctOf = (groups: readonly CountedGroup[]): number => groups.find((g) => !isEmpty(g))?.distinct ?? 0;

function groupOf(g: CountedGroup, labels: readonly Label[]): Group {
  const counts = { audience: g.audience, base: g.base, both: g.both };
  if (isEmpty(g)) return { kind: 'empty', from: null, to: null, ...counts };
  if (g.range === null) return { kind: 'value', from: g.value, to: g.value, ...counts };
  const label = labels[g.range];
  return label ? { kind: 'range', ...label, ...counts } : { kind: 'other', from: null, to: null, ...counts };
}

function addGone(groups: Group[], gone: number): void {
  const empty = groups.find((g) => g.kind === 'empty');
  if (empty) empty.audience += gone;
  else groups.push({ kind: 'empty', from: null, to: null, audience: gone, base: 0, both: 0 });
}

/** What the groups do not hold yet of the whole. */
function lacking(all: GroupCounts, groups: readonly GroupCounts[]): GroupCounts {
  const sum = (of: (g: GroupCounts) => number) => groups.reduce((total, g) => total + of(g), 0);
  return { audience: all.audience - sum((g) => g.audience), base: all.base - sum((g) => g.base), both: all.both - sum((g) => g.both) };
}
