import { useState } from 'react';
import { openDefinition } from '../../state/audience-tab';
import { useData } from '../../state/data';
import { freshId } from '../../state/fresh-id';
import { call } from '../../state/host';
import { refreshAudiences } from '../../state/library';
import { dropRuleDraft } from '../../state/rule-drafts';
import { refreshWorkspace, useSession } from '../../state/session';
import { sayDone } from '../../state/undo-places';
import { useText } from '../../text/use-text';
import { Field } from '../../ui/field';
import { plainOptions, Select } from '../../ui/select';
import { NameDialog } from './name-dialog';

/** Makes a live audience of everyone, whose rule is written on its page. */
export function NewRuleDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const entities = useData((state) => state.model.entities);
  const usual = useSession((state) => state.settings?.profile?.entity);
  const [dimension, setDimension] = useState(usual ?? entities[0]?.name ?? '');
  const create = async (name: string) => {
    const taken = (await call('audience.list', {})).map((audience) => audience.id);
    const id = freshId(name, taken, 'audience');
    const definition = { kind: 'rule' as const, rule: { kind: 'all' as const, rules: [] } };
    await call('audience.save', { audience: { format: 1, id, name, dimension, definition } });
    dropRuleDraft(id);
    await refreshAudiences();
    await refreshWorkspace();
    onClose();
    openDefinition(id);
    await sayDone('audiences');
  };
  return (
    <NameDialog
      title={t.audiences.newByRule}
      description={t.audiences.newByRuleText}
      does={t.common.create}
      isReady={dimension !== ''}
      onTake={create}
      onClose={onClose}
    >
      <Field label={t.common.dimension}>
        {(id) => <Select id={id} value={dimension} options={plainOptions(entities.map((e) => e.name))} onChange={setDimension} />}
      </Field>
    </NameDialog>
  );
}
