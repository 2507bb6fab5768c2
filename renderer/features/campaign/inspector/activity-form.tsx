import { unreachable } from '../../../../core/base/never';
import type { Activity } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { DirectMailForm } from '../forms/direct-mail-form';
import { EmailForm } from '../forms/email-form';
import { EnrichForm } from '../forms/enrich-form';
import { SaveAudienceForm } from '../forms/save-audience-form';
import { ChangeDimensionForm, CombineForm, DeduplicateForm } from '../forms/shape-forms';
import { BuildAudienceForm, ReadAudienceForm, SqlForm } from '../forms/source-forms';
import { SplitForm } from '../forms/split-form';

interface Props {
  activity: Activity;
  campaign: Campaign;
  dimension: string | undefined;
  added: readonly string[];
  onChange: (activity: Activity, squash?: string) => void;
}

/** The form that belongs to the kind of an activity. */
export function ActivityForm({ activity, ...rest }: Props) {
  switch (activity.type) {
    case 'build-audience':
      return <BuildAudienceForm activity={activity} {...rest} />;
    case 'read-audience':
      return <ReadAudienceForm activity={activity} {...rest} />;
    case 'sql':
      return <SqlForm activity={activity} {...rest} />;
    case 'combine':
      return <CombineForm activity={activity} {...rest} />;
    case 'change-dimension':
      return <ChangeDimensionForm activity={activity} {...rest} />;
    case 'deduplicate':
      return <DeduplicateForm activity={activity} {...rest} />;
    case 'enrich':
      return <EnrichForm activity={activity} {...rest} />;
    case 'split':
      return <SplitForm activity={activity} {...rest} />;
    case 'save-audience':
      return <SaveAudienceForm activity={activity} {...rest} />;
    case 'email':
      return <EmailForm activity={activity} {...rest} />;
    case 'direct-mail':
      return <DirectMailForm activity={activity} {...rest} />;
    default:
      return unreachable(activity);
  }
}
