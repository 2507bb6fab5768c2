import type { Activity } from '../../../core/model/activity';
import type { Audience } from '../../../core/model/audience';
import type { Text } from '../../text/use-text';
import { ruleWords } from './rules/rule-words';

export function labelOf(activity: Activity, t: Text): string {
  return activity.label || t.campaign.activities[activity.type].name;
}

/** What an activity does, in one line. */
export function sentence(activity: Activity, audiences: readonly Audience[], t: Text): string {
  switch (activity.type) {
    case 'build-audience':
      return `${activity.dimension}: ${ruleWords(activity.rule, t)}`;
    case 'read-audience':
      return audiences.find((a) => a.id === activity.audience)?.name ?? t.forms.audiencePick;
    case 'sql':
      return activity.sql.replace(/\s+/g, ' ').slice(0, 80);
    case 'combine':
      return t.forms.operations[activity.operation];
    case 'change-dimension':
      return activity.path.join(' → ');
    case 'deduplicate':
      return activity.fields.map((field) => [...(field.path ?? []), field.attribute].join('.')).join(', ');
    case 'enrich':
      return `+ ${activity.additions.map((addition) => addition.as).join(', ')}`;
    case 'split':
      return activity.subsets.map((subset, i) => subset.label || t.campaign.segment(i + 1)).join(', ');
    case 'save-audience':
      return activity.audience;
    case 'email':
      return activity.message.subject || t.campaign.activities.email.purpose;
    case 'direct-mail':
      return activity.message.layout.columns.map((column) => column.label).join(', ');
  }
}

export function outputLabel(activity: Activity, output: string, t: Text): string {
  if (output === 'complement') return t.campaign.complement;
  if (activity.type !== 'split') return '';
  const index = activity.subsets.findIndex((subset) => subset.id === output);
  return activity.subsets[index]?.label || t.campaign.segment(index + 1);
}
