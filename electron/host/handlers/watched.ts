import type { CancelSignal } from '../../../core/base/cancellation';
import type { WorkUnderWay } from '../../../core/model/under-way';
import type { MusterContract } from '../../../core/rpc/contract';
import type { Handlers } from '../../../core/rpc/define';
import type { Works } from '../workspace/works';

type All = Handlers<MusterContract>;
type Handler = (input: unknown, context: { signal: CancelSignal; progress: (value: unknown) => void }) => unknown;

/** What makes something that lasts, and takes its time. */
const kinds: { readonly [Method in keyof MusterContract]?: WorkUnderWay } = {
  'campaign.run': 'run',
  'campaign.export': 'export',
  'sql.saveFile': 'export',
  'workspace.exportText': 'export',
  'delivery.sync': 'sync',
  'import.run': 'import',
  'import.refresh': 'import',
  'workspace.importText': 'import',
  'sql.saveEntity': 'save',
  'population.save': 'save',
  'audience.saveRegion': 'save',
};

/** Nothing comes of it but an answer. */
const onlyLooks = (input: unknown) => {
  const { dryRun, look } = input as { dryRun?: boolean; look?: boolean };
  return dryRun === true || look === true;
};

/** The same handlers; the workspace is not left unasked while one that makes something is under way. */
export function watched(all: All, works: Works): All {
  const own = Object.entries(all).map(([method, handler]) => {
    const kind = kinds[method as keyof MusterContract];
    if (!kind) return [method, handler];
    const watching: Handler = (input, context) => {
      const work = (signal: CancelSignal) => (handler as Handler)(input, { ...context, signal });
      return onlyLooks(input) ? work(context.signal) : works.during(kind, context.signal, work);
    };
    return [method, watching];
  });
  return Object.fromEntries(own) as All;
}
