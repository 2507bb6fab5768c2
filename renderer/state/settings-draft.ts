import { sameJson } from '../../core/history/patch';
import type { Workspace } from '../../core/model/workspace';

/** What a draft changed of the settings, put onto settings that changed meanwhile; nothing where they are the same now. */
export function draftOnto(draft: Workspace, before: Workspace, now: Workspace): Workspace | undefined {
  const old: Partial<Record<string, unknown>> = before;
  const changed = Object.entries(draft).filter(([key, value]) => !sameJson(old[key], value));
  const onto: Workspace = { ...now, ...Object.fromEntries(changed) };
  return sameJson(onto, now) ? undefined : onto;
}
