import { type ReactNode, useState } from 'react';
import { useOtherName } from '../../state/other-name';
import { useBusy } from '../../state/use-busy';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { NameField } from '../../ui/name-field';
import { Failure } from '../../ui/problem-notice';

/** Asks for the name of an audience, which no other has, and does something with it; what fails is told where it was asked. */
export function NameDialog({
  title,
  description,
  does,
  was = '',
  of,
  isReady = true,
  onTake,
  onClose,
  children,
}: {
  title: string;
  description?: string;
  /** What the button says. */
  does: string;
  /** The name it has, which is no new one, and the audience that has it. */
  was?: string;
  of?: string;
  /** Whether what is asked beside the name is answered. */
  isReady?: boolean;
  onTake: (name: string) => Promise<void>;
  onClose: () => void;
  children?: ReactNode;
}) {
  const t = useText();
  const [name, setName] = useState(was);
  const [busy, during] = useBusy();
  const [error, setError] = useState<unknown>();
  const other = useOtherName(name, of);
  const given = name.trim();
  const ready = given !== '' && given !== was && other === undefined && isReady;
  const take = () => {
    setError(undefined);
    during(() => onTake(given)).catch(setError);
  };
  return (
    <Dialog
      title={title}
      description={description}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={does} look="primary" busy={busy} disabled={!ready} onClick={take} />
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
        {children}
      </form>
    </Dialog>
  );
}
