import type { Subset } from '../../../../core/model/activity';
import { freshId } from '../../../state/fresh-id';
import { useText } from '../../../text/use-text';
import { Switch } from '../../../ui/choice';
import { BranchFields } from './branch-fields';
import type { FormProps } from './form-props';
import { SubsetFields } from './subset-fields';

export function SplitForm({ activity, dimension, added, onChange }: FormProps<'split'>) {
  const t = useText();
  const { subsets } = activity;
  const fresh = (): Subset => ({
    id: freshId(
      'segment',
      subsets.map((s) => s.id),
    ),
    label: t.campaign.segment(subsets.length + 1),
  });
  return (
    <>
      <BranchFields
        label={t.forms.subsets}
        step="subsets"
        branches={subsets}
        least={1}
        nameLabel={t.forms.subsetLabel}
        nameOf={t.campaign.segment}
        addLabel={t.forms.addSubset}
        onAdd={fresh}
        onChange={(next, squash) => onChange({ ...activity, subsets: next }, squash)}
      >
        {(subset, change) => <SubsetFields subset={subset} dimension={dimension} added={added} onChange={change} />}
      </BranchFields>
      <Switch
        label={t.forms.overlap}
        checked={activity.overlap === true}
        onChange={(overlap) => onChange({ ...activity, overlap: overlap || undefined })}
      />
    </>
  );
}
