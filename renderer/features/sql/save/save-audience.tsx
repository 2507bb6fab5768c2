import { useEffect, useState } from 'react';
import { useData } from '../../../state/data';
import { asProblem, attempt } from '../../../state/failures';
import { freshId } from '../../../state/fresh-id';
import { call } from '../../../state/host';
import { refreshAudiences, useLibrary } from '../../../state/library';
import { go, refreshWorkspace, useSession } from '../../../state/session';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Field, Input } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Failure } from '../../../ui/problem-notice';
import { plainOptions, Select } from '../../../ui/select';
import type { Written } from './written';

/** Keeps a query as a live audience: its rows are the people, every time it is read. One made of a query may get this one. `of` names the tab. */
export function SaveAudience({ written, of, onClose }: { written: Written; of: string; onClose: () => void }) {
  const t = useText();
  const entities = useData((state) => state.model.entities);
  const usual = useSession((state) => state.settings?.profile?.entity);
  const made = (useLibrary((state) => state.audiences) ?? []).filter((a) => a.definition.kind === 'sql');
  const [name, setName] = useState(made.some((a) => a.name === of) ? of : '');
  const replaced = made.find((a) => a.name === name.trim());
  const [picked, setDimension] = useState(usual ?? entities[0]?.name ?? '');
  const dimension = replaced?.dimension ?? picked;
  useEffect(() => attempt(refreshAudiences), []);
  const [error, setError] = useState<unknown>();
  const breaks = error !== undefined && asProblem(error).code === 'breaks-users';
  const save = async (force: boolean) => {
    setError(undefined);
    await refreshAudiences();
    const taken = useLibrary.getState().audiences?.map((a) => a.id) ?? [];
    const id = replaced?.id ?? freshId(name, taken, 'audience');
    const { sql } = await call('sql.bind', { ...written });
    await call('audience.save', { audience: { format: 1, id, name: name.trim(), dimension, definition: { kind: 'sql', sql } }, force });
    await refreshAudiences();
    await refreshWorkspace();
    onClose();
    go('audiences', id);
  };
  const rename = (next: string) => {
    setError(undefined);
    setName(next);
  };
  return (
    <Dialog
      title={t.sql.save.asAudience}
      description={written.parameters.length > 0 ? t.sql.save.bound : undefined}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          {breaks && <Button label={t.uses.saveAnyway} look="danger" onClick={() => save(true).catch(setError)} />}
          <Button
            label={replaced ? t.common.replace : t.common.save}
            look="primary"
            disabled={name.trim() === '' || dimension === ''}
            onClick={() => save(false).catch(setError)}
          />
        </>
      }
    >
      <div className="column">
        {error !== undefined && <Failure error={error} />}
        <Field label={t.common.name}>{(id) => <Input id={id} autoFocus maxLength={120} value={name} onChange={rename} />}</Field>
        {replaced && <Notice says={t.sql.save.audienceReplaces(replaced.name)} />}
        <Field label={t.common.dimension}>
          {(id) => (
            <Select
              id={id}
              value={dimension}
              options={plainOptions(entities.map((e) => e.name))}
              disabled={replaced !== undefined}
              onChange={setDimension}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
