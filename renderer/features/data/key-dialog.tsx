import { useMemo, useState } from 'react';
import type { Entity } from '../../../core/model/entity';
import { useData } from '../../state/data';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { sayDone } from '../../state/undo-places';
import { useAsked } from '../../state/use-asked';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Failure } from '../../ui/problem-notice';

/** Chooses which attributes name a row; whether they do is measured in all rows. */
export function KeyDialog({ entity, onClose }: { entity: Entity; onClose: () => void }) {
  const t = useText();
  const [key, setKey] = useState<readonly string[]>(entity.key);
  const ask = useMemo(
    () =>
      key.length === 0 ? undefined : (signal: AbortSignal) => call('entity.measureKey', { entity: entity.name, key: [...key] }, { signal }),
    [entity.name, key],
  );
  const { value: found, error } = useAsked(ask);
  const save = async () => {
    await call('entity.saveKey', { entity: entity.name, key: [...key] });
    await useData.getState().refresh();
    onClose();
    await sayDone('data');
  };
  const same = key.join('\n') === entity.key.join('\n');
  const names = found !== undefined && found.empty + found.repeated === 0;
  return (
    <Dialog
      title={t.data.keyOf(entity.name)}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={t.common.save} look="primary" disabled={!names || same} onClick={() => attempt(save)} />
        </>
      }
    >
      <div className="column">
        <p className="muted">{t.data.keyText}</p>
        <div className="key-attributes" role="group" aria-label={t.data.key}>
          {entity.attributes.map(({ name, derived }) => (
            <label key={name} className="row">
              <input
                type="checkbox"
                checked={key.includes(name)}
                disabled={derived !== undefined}
                onChange={(event) => setKey(event.target.checked ? [...key, name] : key.filter((k) => k !== name))}
              />
              {name}
              {derived !== undefined && <span className="muted">{t.data.keyNotDerived}</span>}
            </label>
          ))}
        </div>
        {error !== undefined && <Failure error={error} />}
        <KeyFound chosen={key.length > 0} found={found} rows={entity.rows} />
      </div>
    </Dialog>
  );
}

function KeyFound({ chosen, found, rows }: { chosen: boolean; found: { empty: number; repeated: number } | undefined; rows: number }) {
  const t = useText();
  const f = useFormats();
  const says = !chosen
    ? t.data.keyNone
    : !found
      ? t.data.keyMeasuring
      : found.empty + found.repeated === 0
        ? t.data.keyNames(f.number(rows))
        : t.data.keyFails(f.number(found.empty), f.number(found.repeated));
  const tone = chosen && found ? (found.empty + found.repeated === 0 ? 'success' : 'danger') : undefined;
  return (
    <div role="status">
      <span className="badge key-says" data-tone={tone}>
        {says}
      </span>
    </div>
  );
}
