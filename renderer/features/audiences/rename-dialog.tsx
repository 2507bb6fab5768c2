import { useState } from 'react';
import type { Audience } from '../../../core/model/audience';
import { call } from '../../state/host';
import { refreshAudiences } from '../../state/library';
import { useOtherName } from '../../state/other-name';
import { sayDone } from '../../state/undo-places';
import { useBusy } from '../../state/use-busy';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { NameField } from '../../ui/name-field';
import { Failure } from '../../ui/problem-notice';

/** Gives an audience another name; what reads it goes by its id. */
export function RenameDialog({ audience, onClose }: { audience: Audience; onClose: () => void }) {
  const t = useText();
  const [name, setName] = useState(audience.name);
  const [busy, during] = useBusy();
  const [error, setError] = useState<unknown>();
  const other = useOtherName(name, audience.id);
  const ready = name.trim() !== '' && name.trim() !== audience.name && other === undefined;
  const rename = async () => {
    // Its definition stays as it is, also one that others have errors by already.
    await call('audience.save', { audience: { ...audience, name: name.trim() }, force: true });
    await refreshAudiences();
    onClose();
    await sayDone('audiences');
  };
  const take = () => {
    setError(undefined);
    during(rename).catch(setError);
  };
  return (
    <Dialog
      title={t.audiences.rename}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={t.common.save} look="primary" busy={busy} disabled={!ready} onClick={take} />
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
      </form>
    </Dialog>
  );
}
