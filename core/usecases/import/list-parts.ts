import type { CancelSignal } from '../../base/cancellation';
import { isAppError } from '../../base/errors';
import type { FileParts } from '../../model/data-report';
import type { Sources } from '../../ports/sources';
import type { Context } from '../context';
import { withConnection } from '../with-connection';
import { cancellable } from './cancellable';
import { formatOf, openWhole, type SourceRequest } from './open-source';

/** What can be chosen of a file. Where it cannot be read as it is asked for, it has no columns. @throws AppError `cancelled` */
export function listParts(ctx: Context, sources: Sources, request: SourceRequest, signal?: CancelSignal): Promise<FileParts> {
  return withConnection(ctx, async (plain) => {
    const looks = await sources.looksLike(request.path);
    const members = looks === 'zip' ? await sources.members(request.path) : [];
    const sheets = looks === 'xlsx' ? (await sources.sheets(request.path).catch(none)).map((s) => s.name) : [];
    const columns = await columnsOf().catch(none);
    const format = looks === 'zip' ? formatOf(request.member ?? members[0] ?? '', 'text') : formatOf(request.path, looks);
    return { format, members, sheets, columns };

    async function columnsOf(): Promise<string[]> {
      await ctx.engine.registerFile(request.path);
      const source = await openWhole(cancellable(plain, signal), sources, { ...request, only: undefined, look: true }, signal);
      await source.release();
      return source.names;
    }
  });
}

function none(error: unknown): [] {
  if (isAppError(error) && error.code !== 'cancelled') return [];
  throw error;
}
