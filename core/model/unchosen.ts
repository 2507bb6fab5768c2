/** What stands in an activity for what nobody has chosen yet. */
export const unchosen = { file: '…', audience: 'none' } as const;
