import { useEffect, useRef, useState } from 'react';
import { countDraft, type Draft } from '../../../state/count-draft';
import { useData } from '../../../state/data';
import { asProblem, attempt } from '../../../state/failures';
import { freshId } from '../../../state/fresh-id';
import { call } from '../../../state/host';
import { refreshAudiences, useLibrary } from '../../../state/library';
import { useOtherName } from '../../../state/other-name';
import { go, refreshWorkspace, useSession } from '../../../state/session';
import { useBusy } from '../../../state/use-busy';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { NameField } from '../../../ui/name-field';
import { Notice } from '../../../ui/notice';
import { Failure, ProblemNotice } from '../../../ui/problem-notice';
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
  const [doubt, setDoubt] = useState<unknown>();
  const [busy, during] = useBusy();
  const proposed = useOtherName(name);
  const other = replaced ? undefined : proposed;
  const counting = useRef<AbortController>(undefined);
  useEffect(() => () => counting.current?.abort(), []);
  const breaks = error !== undefined && asProblem(error).code === 'breaks-users';
  /** `force`: also where others have errors by it then. `doubted`: also where its rows were seen to be no members. */
  const save = async ({ force, doubted }: { force: boolean; doubted: boolean }) => {
    await refreshAudiences();
    const taken = useLibrary.getState().audiences?.map((a) => a.id) ?? [];
    const id = replaced?.id ?? freshId(name, taken, 'audience');
    const { sql } = await call('sql.bind', { ...written });
    const definition = { kind: 'sql' as const, sql };
    if (!doubted) {
      counting.current = new AbortController();
      const found = await doubtOf({ name: name.trim(), dimension, definition }, counting.current.signal);
      if (found !== undefined) return setDoubt(found);
    }
    await call('audience.save', { audience: { format: 1, id, name: name.trim(), dimension, definition }, force });
    await refreshAudiences();
    await refreshWorkspace();
    onClose();
    go('audiences', id);
  };
  const attemptSave = (how: { force: boolean; doubted: boolean }) => {
    setError(undefined);
    setDoubt(undefined);
    during(() => save(how)).catch(setError);
  };
  const change = (set: (next: string) => void) => (next: string) => {
    setError(undefined);
    setDoubt(undefined);
    set(next);
  };
  return (
    <Dialog
      title={t.sql.save.asAudience}
      description={written.parameters.length > 0 ? t.sql.save.bound : undefined}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          {breaks && (
            <Button label={t.uses.saveAnyway} look="danger" busy={busy} onClick={() => attemptSave({ force: true, doubted: true })} />
          )}
          {doubt !== undefined && (
            <Button label={t.uses.saveAnyway} look="plain" busy={busy} onClick={() => attemptSave({ force: false, doubted: true })} />
          )}
          <Button
            label={replaced ? t.common.replace : t.common.save}
            look="primary"
            busy={busy}
            disabled={name.trim() === '' || dimension === '' || other !== undefined || doubt !== undefined}
            onClick={() => attemptSave({ force: false, doubted: false })}
          />
        </>
      }
    >
      <div className="column">
        {error !== undefined && <Failure error={error} />}
        {doubt !== undefined && <ProblemNotice problem={{ ...asProblem(doubt), severity: 'warning' }} />}
        <NameField name={name} other={other} onChange={change(setName)} />
        {replaced && <Notice says={t.sql.save.audienceReplaces(replaced.name)} />}
        <Field label={t.common.dimension}>
          {(id) => (
            <Select
              id={id}
              value={dimension}
              options={plainOptions(entities.map((e) => e.name))}
              disabled={replaced !== undefined}
              onChange={change(setDimension)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}

/** What would keep it from being counted once it is saved, such as keys that its entity does not have. */
async function doubtOf(draft: Draft, signal: AbortSignal): Promise<unknown> {
  try {
    await countDraft(draft, signal);
    return undefined;
  } catch (error) {
    return error;
  }
}
