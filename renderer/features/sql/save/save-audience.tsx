import { useState } from 'react';
import { useData } from '../../../state/data';
import { attempt } from '../../../state/failures';
import { freshId } from '../../../state/fresh-id';
import { call } from '../../../state/host';
import { refreshAudiences, useLibrary } from '../../../state/library';
import { go, refreshWorkspace, useSession } from '../../../state/session';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Field, Input } from '../../../ui/field';
import { plainOptions, Select } from '../../../ui/select';
import type { Written } from './written';

/** Keeps a query as a live audience: its rows are the people, every time it is read. */
export function SaveAudience({ written, onClose }: { written: Written; onClose: () => void }) {
  const t = useText();
  const entities = useData((state) => state.model.entities);
  const usual = useSession((state) => state.settings?.profile?.entity);
  const [name, setName] = useState('');
  const [dimension, setDimension] = useState(usual ?? entities[0]?.name ?? '');
  const save = async () => {
    await refreshAudiences();
    const taken = useLibrary.getState().audiences?.map((a) => a.id) ?? [];
    const id = freshId(name, taken, 'audience');
    const { sql } = await call('sql.bind', { ...written });
    await call('audience.save', { audience: { format: 1, id, name, dimension, definition: { kind: 'sql', sql } } });
    await refreshAudiences();
    await refreshWorkspace();
    onClose();
    go('audiences', id);
  };
  return (
    <Dialog
      title={t.sql.save.asAudience}
      description={written.parameters.length > 0 ? t.sql.save.bound : undefined}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={t.common.save} look="primary" disabled={name.trim() === '' || dimension === ''} onClick={() => attempt(save)} />
        </>
      }
    >
      <div className="column">
        <Field label={t.common.name}>{(id) => <Input id={id} autoFocus maxLength={120} value={name} onChange={setName} />}</Field>
        <Field label={t.common.dimension}>
          {(id) => <Select id={id} value={dimension} options={plainOptions(entities.map((e) => e.name))} onChange={setDimension} />}
        </Field>
      </div>
    </Dialog>
  );
}
