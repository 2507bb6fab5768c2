import type { Run } from '../../model/run';

/** Where a message's mail file goes inside the workspace: one folder per message and moment. */
export function exportFolder(campaign: string, activity: string, asOf: string): string {
  return `exports/${campaign}-${activity}-${asOf.slice(0, 19).replaceAll(':', '')}`;
}

/** Runs that another run started at its own moment keep their mail apart. */
export function mailFolder({ id, campaign, asOf, startedBy }: Run, activity: string): string {
  const folder = exportFolder(campaign, activity, asOf);
  return startedBy ? `${folder}-${id.slice(-8)}` : folder;
}
