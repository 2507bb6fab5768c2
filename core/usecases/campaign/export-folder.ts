/** Where a message's mail file goes inside the workspace: one folder per message and moment. */
export function exportFolder(campaign: string, activity: string, asOf: string): string {
  return `exports/${campaign}-${activity}-${asOf.slice(0, 19).replaceAll(':', '')}`;
}
