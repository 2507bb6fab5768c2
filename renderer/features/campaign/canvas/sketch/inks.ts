const roles = [
  'raised',
  'sunken',
  'line',
  'line-strong',
  'control-line',
  'text',
  'text-muted',
  'text-faint',
  'accent',
  'focus',
  'danger',
  'danger-soft',
  'warning',
  'warning-soft',
  'success',
  'success-soft',
  'source',
  'source-soft',
  'shape',
  'shape-soft',
  'store',
  'store-soft',
  'steer',
  'steer-soft',
  'message',
  'message-soft',
] as const;

export type Ink = (typeof roles)[number];
export type Inks = Readonly<Record<Ink, string>>;

/** The colours of the roles where an element is. */
export function inksOf(element: Element): Inks {
  const style = getComputedStyle(element);
  return Object.fromEntries(roles.map((role) => [role, style.getPropertyValue(`--${role}`).trim()])) as Inks;
}
