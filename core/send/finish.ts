import type { Column } from '../segment/population';
import { draw, inShare } from '../segment/random';
import { call, column, integer, text } from '../sql/expression';
import type { Expression, Query, Select } from '../sql/query';
import { controlGroups } from './reasons';
import type { AssessedNames, AssessRequest } from './request';
import type { Check } from './verdict';

/** Held back by the profile's key, so that a person is in or out of a group whatever row stands for them. */
export function controlChecks(request: AssessRequest, names: AssessedNames): Check[] {
  const shares = { message: request.message.control, campaign: request.campaignControl, workspace: request.workspaceControl };
  // The workspace's group is the same people in every campaign, so no document's seed is in its salt.
  const salts = { message: `${request.salt}${request.activity}`, campaign: request.salt, workspace: 'workspace' };
  const key = names.profileKey.map((name): Column => ({ name, type: 'text' }));
  return controlGroups.flatMap((group) => {
    const control = shares[group];
    return control ? [{ when: inShare(draw(salts[group], 'a', key), control.share), reason: 'control' as const, detail: group }] : [];
  });
}

/** Splits the verdict and names the recipient. */
export function finished(judged: Select, visible: readonly Column[], names: AssessedNames, request: AssessRequest): Query {
  const fault = column('j', 'verdict');
  const reason = call('split-part', fault, text(':'), integer(1));
  const detail = call('substring', fault, { kind: 'arithmetic', op: '+', left: call('length', reason), right: integer(2) });
  const rowKey = [...request.population.key.map((k) => k.name), ...names.secondaryKey];
  return {
    kind: 'select',
    columns: [
      ...visible.map((c) => ({ name: c.name, is: column('j', c.name) })),
      { name: names.recipientId, is: recipientId(request, rowKey) },
      { name: names.reason, is: reason },
      { name: names.detail, is: detail },
    ],
    from: { relation: judged, alias: 'j' },
  };
}

/**
 * Lower-case hex SHA-256 over campaign, message and row key: the same recipient in every run of the message.
 * Each key part but the last carries its length, so that no two keys read the same.
 */
function recipientId(request: AssessRequest, rowKey: readonly string[]): Expression {
  const parts = rowKey.flatMap((name, i): Expression[] => {
    const value = call('coalesce', { kind: 'cast', inner: column('j', name), type: 'text' }, text(''));
    if (i === rowKey.length - 1) return [value];
    return [{ kind: 'cast', inner: call('length', value), type: 'text' }, text(':'), value, text(':')];
  });
  return call('sha256-hex', call('concat', text(`${request.campaign.id}:${request.activity}:`), ...parts));
}
