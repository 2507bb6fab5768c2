import { AppError } from '../../base/errors';
import { type Audience, audienceFormat } from '../../model/audience';
import type { Region } from '../../model/population';
import type { Rule } from '../../model/rule';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { saveAudience } from './save-audience';

/**
 * Saves a region of overlapping live rules as a live rule of its own: theirs as they are now, put together.
 * @throws AppError `audience-exists`, `audience-no-rule` for a part that is none, `flow-dimension-mismatch`, `not-found`
 */
export async function saveRegionRule(
  ctx: Context,
  { audiences, inside }: Region,
  { id, name }: { id: string; name: string },
): Promise<Audience> {
  if (ctx.store.read('audience', id)) throw new AppError('audience-exists', { audience: id });
  const parts = audiences.map((part) => findDocument(ctx, 'audience', part));
  const stranger = inside.find((part) => !audiences.includes(part));
  if (stranger !== undefined) throw new AppError('not-found', { kind: 'audience', name: stranger, known: audiences.join(', ') });
  const rules = parts.map((part): Rule => {
    if (part.definition.kind !== 'rule') throw new AppError('audience-no-rule', { audience: part.name });
    return inside.includes(part.id) ? part.definition.rule : { kind: 'not', rule: part.definition.rule };
  });
  const dimension = parts[0]?.dimension ?? '';
  const other = parts.find((part) => part.dimension !== dimension);
  if (other) throw new AppError('flow-dimension-mismatch', { found: other.dimension, needed: dimension });
  const audience: Audience = { format: audienceFormat, id, name, dimension, definition: { kind: 'rule', rule: { kind: 'all', rules } } };
  await saveAudience(ctx, audience);
  return audience;
}
