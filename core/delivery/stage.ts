import type { DeliveryStatus, Receipt } from './protocol';

/** What the client has to do next. The endpoint's list of missing parts is the only bookkeeping. */
export type Stage =
  | { kind: 'announce' }
  | { kind: 'upload'; chunks: readonly number[]; content: readonly string[] }
  | { kind: 'commit' }
  | { kind: 'poll' }
  | { kind: 'finish'; receipt: Receipt };

/** What just happened, seen from the client. */
export type Happened =
  | { kind: 'status'; status: DeliveryStatus }
  | { kind: 'uploaded' }
  | { kind: 'receipt'; receipt: Receipt }
  | { kind: 'accepted' }
  | { kind: 'incomplete' }
  | { kind: 'restart' };

export const firstStage: Stage = { kind: 'announce' };

/** Any order of events leads to a receipt or back to asking what is missing. */
export function nextStage(happened: Happened): Stage {
  switch (happened.kind) {
    case 'status':
      return afterStatus(happened.status);
    case 'uploaded':
      return { kind: 'commit' };
    case 'receipt':
      return { kind: 'finish', receipt: happened.receipt };
    case 'accepted':
      return { kind: 'poll' };
    case 'incomplete':
    case 'restart':
      return firstStage;
  }
}

function afterStatus({ state, missing, missing_content, receipt }: DeliveryStatus): Stage {
  if (receipt !== null) return { kind: 'finish', receipt };
  if (state === 'committing') return { kind: 'poll' };
  if (missing.length === 0 && missing_content.length === 0) return { kind: 'commit' };
  return { kind: 'upload', chunks: missing, content: missing_content };
}
