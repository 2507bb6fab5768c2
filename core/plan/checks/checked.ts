import type { Problem } from '../../base/problems';
import type { Activity } from '../../model/activity';
import type { Audience } from '../../model/audience';
import type { Campaign } from '../../model/campaign';
import type { DataModel } from '../../model/entity';
import { type Guardrails, guardrailDefaults, type Workspace } from '../../model/workspace';
import type { Plan } from '../plan';

/** What a check looks at: the documents, and the plan that was made of them. */
export interface Checked {
  campaign: Campaign;
  workspace: Workspace;
  model: DataModel;
  audiences: readonly Audience[];
  plan: Plan;
  /** UTC instant the check treats as now. */
  asOf: string;
}

export type Check = (checked: Checked) => Problem[];

export function guardrailsOf(workspace: Workspace): Guardrails {
  return { ...guardrailDefaults, ...workspace.guardrails };
}

export const nameOf = (activity: Activity): string => activity.label ?? activity.id;
