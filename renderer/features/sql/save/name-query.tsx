import { useState } from 'react';
import { attempt } from '../../../state/failures';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Field, Input } from '../../../ui/field';

/** Asks for the name of a saved query. */
export function NameQuery({
  title,
  name,
  onName,
  onClose,
}: {
  title: string;
  name: string;
  onName: (name: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useText();
  const [draft, setDraft] = useState(name);
  const ready = draft.trim() !== '';
  const take = () => attempt(() => onName(draft.trim()));
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={t.common.save} look="primary" disabled={!ready} onClick={take} />
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) take();
        }}
      >
        <Field label={t.common.name}>{(id) => <Input id={id} autoFocus maxLength={120} value={draft} onChange={setDraft} />}</Field>
      </form>
    </Dialog>
  );
}
