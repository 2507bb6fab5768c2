import type { Run } from '../../model/run';

/** Where a message's mail file goes inside the workspace: one folder per message and moment. */
export function exportFolder(campaign: string, activity: string, asOf: string): string {
  return `exports/${campaign}-${activity}-${asOf.slice(0, 19).replaceAll(':', '')}`;
}

/** Every run keeps its mail apart: several may have one moment, as of which they run or which the clock showed twice. */
export function mailFolder({ id, campaign, asOf }: Run, activity: string): string {
  return `${exportFolder(campaign, activity, asOf)}-${id.slice(-8)}`;
}
