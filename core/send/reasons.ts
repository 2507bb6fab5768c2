/** Why a row does not go out, in the order of the checks. A row leaves once, at the first that fails. */
export const reasons = [
  'unreconciled',
  'no-secondary',
  'suppressed',
  'no-consent',
  'no-address',
  'bad-address',
  'duplicate-address',
  'control',
  'bad-content',
] as const;
export type Reason = (typeof reasons)[number];

/** Who drew a control group, in the order the groups are taken; the detail of an exclusion says which. */
export const controlGroups = ['message', 'campaign', 'workspace'] as const;
