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

/** Part of a detail that names a group rather than a place: who drew the control group, what a profile said. */
export const controlGroups = ['message', 'campaign', 'workspace'] as const;
export type ControlGroup = (typeof controlGroups)[number];
