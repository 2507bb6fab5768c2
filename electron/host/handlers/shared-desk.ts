import type { Mutex } from '../../../core/base/mutex';
import { mergeDesks } from '../../../core/history/merge-desks';
import { sameJson } from '../../../core/history/patch';
import type { Desk } from '../../../core/model/desk';
import { readDesk, saveDesk } from '../../../core/usecases/sql/desk';
import type { HostContext } from '../context';

/** The desk as one window knows it, which others write too: what it saves goes onto what they wrote, and takes none of it back. */
export interface SharedDesk {
  read(): Promise<{ desk: Desk | null; turn: number }>;
  /** @param seen the last turn the window had been told when it sent the desk */
  save(desk: Desk, seen: number): Promise<{ desk: Desk; turn: number; both: string[] }>;
}

/** @param turns lets one window at a time read or write it */
export function sharedDesk(turns: Mutex, context: () => HostContext): SharedDesk {
  let last = 0;
  /** What the window began with when it goes on from a turn. */
  const bases = new Map<number, Desk | null>();
  const tell = (desk: Desk | null) => bases.set(++last, desk);
  return {
    read: () =>
      turns.run(async () => {
        const desk = readDesk(context());
        tell(desk);
        return { desk, turn: last };
      }),
    save: (desk, seen) =>
      turns.run(async () => {
        const ctx = context();
        const stored = readDesk(ctx);
        const base = bases.get(seen) ?? null;
        const isSeen = stored === null || sameJson(stored, base);
        const { desk: merged, both } = isSeen ? { desk, both: [] } : mergeDesks(base ?? { ...desk, tabs: [], closed: [] }, stored, desk);
        await saveDesk(ctx, merged);
        // What it sends before it is told of this goes on from what it has sent now.
        for (const turn of bases.keys()) turn < seen ? bases.delete(turn) : bases.set(turn, desk);
        tell(merged);
        return { desk: merged, turn: last, both };
      }),
  };
}
