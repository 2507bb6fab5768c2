import { sha256Hex } from '../../base/hashing';
import { asOfIn } from '../../segment/as-of';
import { withoutTail } from '../../sql/tokens';
import type { Context } from '../context';
import { onlyWorkspace } from '../workspace/only-workspace';
import { readable } from './readable';
import type { WrittenRequest } from './written-request';

/**
 * What a SELECT means, with everything it names in its place, as a SHA-256: another as soon as an audience it reads holds others by its
 * definition, be it through audiences and filters of that. @throws AppError as `readable`
 */
export function meaningOf(ctx: Context, { sql, asOf, parameters }: WrittenRequest): string {
  return sha256Hex(readable(ctx, withoutTail(sql), asOfIn(asOf, onlyWorkspace(ctx).zone), parameters).sql);
}
