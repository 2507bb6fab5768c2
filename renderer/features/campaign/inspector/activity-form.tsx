import { unreachable } from '../../../../core/base/never';
import type { Activity } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { ChangeDimensionForm } from '../forms/change-dimension-form';
import { CombineForm } from '../forms/combine-form';
import { DeduplicateForm } from '../forms/deduplicate-form';
import { DirectMailForm } from '../forms/direct-mail-form';
import { EmailForm } from '../forms/email-form';
import { EndForm } from '../forms/end-form';
import { EnrichForm } from '../forms/enrich-form';
import { IncrementalForm } from '../forms/incremental-form';
import { LoadFileForm } from '../forms/load-file-form';
import { ReconcileForm } from '../forms/reconcile-form';
import { SampleForm } from '../forms/sample-form';
import { SaveAudienceForm } from '../forms/save-audience-form';
import { BuildAudienceForm, ReadAudienceForm, SqlForm } from '../forms/source-forms';
import { SplitForm } from '../forms/split-form';
import { AlertForm, AndJoinForm, ForkForm, StartForm, WaitForm } from '../forms/steer-forms';
import { TestForm } from '../forms/test-form';

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
    case 'start':
      return <StartForm activity={activity} {...rest} />;
    case 'build-audience':
      return <BuildAudienceForm activity={activity} {...rest} />;
    case 'read-audience':
      return <ReadAudienceForm activity={activity} {...rest} />;
    case 'incremental-query':
      return <IncrementalForm activity={activity} {...rest} />;
    case 'load-file':
      return <LoadFileForm activity={activity} {...rest} />;
    case 'sql':
      return <SqlForm activity={activity} {...rest} />;
    case 'reconcile':
      return <ReconcileForm activity={activity} {...rest} />;
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
    case 'sample':
      return <SampleForm activity={activity} {...rest} />;
    case 'save-audience':
      return <SaveAudienceForm activity={activity} {...rest} />;
    case 'fork':
      return <ForkForm activity={activity} {...rest} />;
    case 'and-join':
      return <AndJoinForm activity={activity} {...rest} />;
    case 'wait':
      return <WaitForm activity={activity} {...rest} />;
    case 'test':
      return <TestForm activity={activity} {...rest} />;
    case 'alert':
      return <AlertForm activity={activity} {...rest} />;
    case 'end':
      return <EndForm activity={activity} {...rest} />;
    case 'email':
      return <EmailForm activity={activity} {...rest} />;
    case 'direct-mail':
      return <DirectMailForm activity={activity} {...rest} />;
    default:
      return unreachable(activity);
  }
}
