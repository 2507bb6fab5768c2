import { useState } from 'react';
import { openDefinition } from '../../state/audience-tab';
import { useData } from '../../state/data';
import { freshId } from '../../state/fresh-id';
import { call } from '../../state/host';
import { refreshAudiences } from '../../state/library';
import { useOtherName } from '../../state/other-name';
import { dropRuleDraft } from '../../state/rule-drafts';
import { refreshWorkspace, useSession } from '../../state/session';
import { sayDone } from '../../state/undo-places';
import { useBusy } from '../../state/use-busy';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { NameField } from '../../ui/name-field';
import { Failure } from '../../ui/problem-notice';
import { plainOptions, Select } from '../../ui/select';

/** Makes a live audience of everyone, whose rule is written on its page. */
export function NewRuleDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const entities = useData((state) => state.model.entities);
  const usual = useSession((state) => state.settings?.profile?.entity);
  const [name, setName] = useState('');
  const [dimension, setDimension] = useState(usual ?? entities[0]?.name ?? '');
  const [busy, during] = useBusy();
  const [error, setError] = useState<unknown>();
  const other = useOtherName(name);
  const ready = name.trim() !== '' && other === undefined && dimension !== '';
  const create = async () => {
    const taken = (await call('audience.list', {})).map((audience) => audience.id);
    const id = freshId(name, taken, 'audience');
    const definition = { kind: 'rule' as const, rule: { kind: 'all' as const, rules: [] } };
    await call('audience.save', { audience: { format: 1, id, name: name.trim(), dimension, definition } });
    dropRuleDraft(id);
    await refreshAudiences();
    await refreshWorkspace();
    onClose();
    openDefinition(id);
    await sayDone('audiences');
  };
  const take = () => {
    setError(undefined);
    during(create).catch(setError);
  };
  return (
    <Dialog
      title={t.audiences.newByRule}
      description={t.audiences.newByRuleText}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={t.common.create} look="primary" busy={busy} disabled={!ready} onClick={take} />
        </>
      }
    >
      <form
        className="column"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) take();
        }}
      >
        {error !== undefined && <Failure error={error} />}
        <NameField name={name} other={other} onChange={setName} />
        <Field label={t.common.dimension}>
          {(id) => <Select id={id} value={dimension} options={plainOptions(entities.map((e) => e.name))} onChange={setDimension} />}
        </Field>
      </form>
    </Dialog>
  );
}
