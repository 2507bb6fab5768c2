import { AppError } from '../../../core/base/errors';
import { createMutex } from '../../../core/base/mutex';
import { sameJson } from '../../../core/history/patch';
import type { WorkspaceSummary } from '../../../core/model/report';
import type { MusterContract } from '../../../core/rpc/contract';
import type { Handlers } from '../../../core/rpc/define';
import type { HostState } from '../host-state';
import { sharedDesk } from './shared-desk';

type All = Handlers<MusterContract>;
/** What each window has of its own. */
type Own = 'sql.desk' | 'sql.saveDesk';
type Method = keyof MusterContract;
type Handler = (input: unknown, context: unknown) => unknown;

/** What makes another workspace the window's, and what needs none. */
const entering: ReadonlySet<Method> = new Set<Method>(['workspace.create', 'workspace.open']);
const anywhere: ReadonlySet<Method> = new Set<Method>(['app.hello', 'app.recent', 'app.forgetRecent']);

/**
 * What one window may ask while others ask the same host: of the workspace it has entered, never of one that another window opened in
 * its place; to save a campaign only onto what it has seen of it, and the desk onto what others made of it.
 */
export function forWindow(all: Omit<All, Own>, { session, context, deskTurns }: HostState): All {
  let entered: string | undefined;
  const seen = new Map<string, unknown>();
  // A save that comes while another is under way looks at what that one made of it.
  const turns = createMutex();
  const saved = (id: string) => context().store.read('campaign', id);

  const enter = (folder: string | undefined) => {
    if (entered !== folder) seen.clear();
    entered = folder;
  };
  const requireOwn = () => {
    const now = session.isOpen() ? session.current().folder : undefined;
    if (entered !== undefined && now !== entered) {
      throw now === undefined
        ? new AppError('workspace-closed', { folder: entered })
        : new AppError('workspace-left', { folder: entered, now });
    }
    enter(now);
  };
  const guarded = (method: Method, handler: Handler): Handler => {
    if (anywhere.has(method)) return handler;
    if (entering.has(method)) {
      return async (input, asked) => {
        const answer = (await handler(input, asked)) as WorkspaceSummary;
        enter(answer.folder);
        return answer;
      };
    }
    return (input, asked) => {
      requireOwn();
      return handler(input, asked);
    };
  };
  const own = Object.entries(all).map(([method, handler]) => [method, guarded(method as Method, handler as Handler)]);
  const mine = Object.fromEntries(own) as Omit<All, Own>;
  const desk = sharedDesk(deskTurns, () => {
    requireOwn();
    return context();
  });
  return {
    ...mine,
    'sql.desk': () => desk.read(),
    'sql.saveDesk': (input) => desk.save(input.desk, input.seen),
    'workspace.close': async (input, asked) => {
      const done = await mine['workspace.close'](input, asked);
      enter(undefined);
      return done;
    },
    'campaign.journal': (input, asked) =>
      turns.run(async () => {
        const told = await mine['campaign.journal'](input, asked);
        seen.set(input.id, saved(input.id));
        return told;
      }),
    'campaign.save': (input, asked) =>
      turns.run(async () => {
        const { id, name } = input.campaign;
        requireOwn();
        if (input.edits && seen.has(id) && !sameJson(saved(id), seen.get(id))) throw new AppError('campaign-changed-elsewhere', { name });
        const done = await mine['campaign.save'](input, asked);
        seen.set(id, saved(id));
        return done;
      }),
  };
}
