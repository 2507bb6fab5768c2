import type { CancelSignal } from '../../base/cancellation';
import { AppError } from '../../base/errors';
import type { LinkProposal } from '../../model/data-report';
import type { Link } from '../../model/entity';
import type { Connection } from '../../ports/engine';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { withConnection } from '../with-connection';
import { measureSql } from './link-sql';

export interface MeasuredLink extends LinkProposal {
  /** Values that occur more than once in `from` and in `to`. */
  repeatedFrom: number;
  repeatedTo: number;
}

/** Exact figures of a link over all rows. @throws AppError `not-found`, `bad-document` when the two sides have different types */
export async function measureLink(ctx: Context, link: Link, options: { signal?: CancelSignal | undefined } = {}): Promise<LinkProposal> {
  return withConnection(ctx, async (connection) => {
    const { repeatedFrom: _from, repeatedTo: _to, ...proposal } = await measured(ctx, connection, link, options.signal);
    return proposal;
  });
}

export async function measured(ctx: Context, connection: Connection, link: Link, signal?: CancelSignal): Promise<MeasuredLink> {
  checkSides(ctx, link);
  const page = await connection.query(measureSql(link), { limit: 1, ...(signal ? { signal } : {}) });
  const [filled = 0, matched = 0, orphansFrom = 0, orphansTo = 0, repeatedFrom = 0, repeatedTo = 0] = page.values.map((v) => Number(v[0]));
  return {
    link,
    matchRate: filled === 0 ? 0 : matched / filled,
    orphansFrom,
    orphansTo,
    cardinality: repeatedTo > 0 ? 'N-N' : repeatedFrom > 0 ? 'N-1' : '1-1',
    repeatedFrom,
    repeatedTo,
  };
}

function checkSides(ctx: Context, link: Link): void {
  const from = findDocument(ctx, 'entity', link.from);
  const to = findDocument(ctx, 'entity', link.to);
  for (const pair of link.on) {
    const types = [
      { entity: from, name: pair.from },
      { entity: to, name: pair.to },
    ].map(({ entity, name }) => {
      const attribute = entity.attributes.find((a) => a.name === name);
      if (!attribute) throw new AppError('not-found', { kind: 'attribute', name, known: entity.attributes.map((a) => a.name).join(', ') });
      return attribute.type;
    });
    if (types[0] !== types[1])
      throw new AppError('bad-document', { what: link.name, path: 'on', reason: `${pair.from} (${types[0]}) = ${pair.to} (${types[1]})` });
  }
}
