/** Rows of one group: in the audience, in the base, and in both. */
export interface GroupCounts {
  audience: number;
  base: number;
  both: number;
}

/**
 * How much more often a group occurs in the audience than in the base: 100 × its share of the audience ÷ its share of the base.
 * 100 is as often; `null` where the base has none of it.
 */
export function indexOf(group: GroupCounts, all: GroupCounts): number | null {
  if (group.base === 0 || all.audience === 0) return null;
  // Products first, so that equal shares are exactly 100.
  return ((group.audience * all.base) / (group.base * all.audience)) * 100;
}

/**
 * How sure the difference is: z of the difference of two proportions with a pooled estimate,
 *
 *     z = (p₁ − p₂) ÷ √( p (1 − p) (1/n₁ + 1/n₂) ),   p = (x₁ + x₂) ÷ (n₁ + n₂)
 *
 * where 1 is the audience and 2 is the base without the audience, since the test is about groups that share nobody.
 * `null` where one of them is empty, or all or none of their rows are in the group.
 * Source: NIST/SEMATECH e-Handbook of Statistical Methods, 7.3.3.
 */
export function zOf(group: GroupCounts, all: GroupCounts): number | null {
  const [x1, n1] = [group.audience, all.audience];
  const [x2, n2] = [group.base - group.both, all.base - all.both];
  const x = x1 + x2;
  if (n1 === 0 || n2 === 0 || x === 0 || x === n1 + n2) return null;
  const p = x / (n1 + n2);
  return (x1 / n1 - x2 / n2) / Math.sqrt(p * (1 - p) * (1 / n1 + 1 / n2));
}
