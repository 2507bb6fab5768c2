import { activity } from '../../core/model/activity';
import { type Campaign, campaign } from '../../core/model/campaign';
import { parseDocument } from '../../core/model/parse';

/**
 * Checks what an edit changed; what it left as it was is not looked at again.
 * @throws AppError `bad-document` where it could never be saved: a name of two lines, a text longer than its field
 */
export function requireSavable(before: Campaign, after: Campaign): void {
  const known = new Set(before.flow.activities);
  for (const changed of after.flow.activities) if (!known.has(changed)) parseDocument(activity, changed, changed.label ?? changed.id);
  const layout = after.layout === before.layout ? {} : after.layout;
  parseDocument(campaign, { ...after, layout, flow: { ...after.flow, activities: [] } }, after.name);
}
